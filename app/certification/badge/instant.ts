/** XSD's dateTimeStamp of a moment (UTC milliseconds), to the second. */
export const instant = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
