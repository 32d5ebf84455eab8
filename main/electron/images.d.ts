/** A picture as a `data:` address, put there by the bundler. */
declare module '*.png?inline' {
  const address: string
  export default address
}
