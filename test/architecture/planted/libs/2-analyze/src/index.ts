// breaks: nothing
export const analyze = 'analyze';
