// breaks: nothing
export const parse = (text: string): Date => new Date(text);
