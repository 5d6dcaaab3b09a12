/** Not there yet. */
export default function Part() {
  return null;
}
