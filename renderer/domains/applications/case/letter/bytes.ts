/** The bytes a text in base64 stands for. */
export const bytesOfBase64 = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), letter => letter.codePointAt(0) ?? 0)
