/** Whether an address that came with a document may become a link: only http and https. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
