/** A number with its noun, as in "1 seat" and "2 seats"; `many` where an s at the end is not all. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
