/** What an answer is called where nobody may be named: the last, random digits of its id. */
export const answerCode = (id: string) => id.slice(-6).toUpperCase();
