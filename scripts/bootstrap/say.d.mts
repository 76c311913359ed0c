export function say(line: string): void;
export function seconds(start: number): string;
