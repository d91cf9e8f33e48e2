/** The stable addresses of what others read by machine, under the site's origin. */

/** An agency as an issuer of credentials; its public keys stand there too. */
export const issuerAddress = (origin: string, agencyCode: string): string =>
	`${origin}/penerbit/${encodeURIComponent(agencyCode)}`;

/** The n-th list of which credentials of the issuer are revoked, from 1. */
export const statusAddress = (issuer: string, list: number): string => `${issuer}/status/${list}`;

export const badgeAddress = (origin: string, code: string, kind: "json" | "svg" | "png" = "json"): string =>
	`${origin}/sertifikat/${code}/badge.${kind}`;
