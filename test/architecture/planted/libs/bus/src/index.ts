// breaks: nothing
export const bus = 'bus';
