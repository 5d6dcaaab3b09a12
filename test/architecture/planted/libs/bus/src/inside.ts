// breaks: nothing
export const secret = 'secret';
