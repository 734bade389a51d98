export const about = 'We build [tables](tables.html).';
export { shop } from './_shop';
