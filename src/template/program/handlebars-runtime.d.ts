/** Handlebars types only `handlebars/runtime`, a path that Node’s ES modules can’t resolve. */
declare module 'handlebars/runtime.js' {
  import Handlebars from 'handlebars';
  export default Handlebars;
}
