/** A length of the timetable's layout as CSS has it. */
export const rem = (length: number): string => `${Math.round(length * 1000) / 1000}rem`;
