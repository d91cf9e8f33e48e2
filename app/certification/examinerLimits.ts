/** As much time as an examiner may add at once, in minutes. */
export const MOST_MINUTES = 240;
