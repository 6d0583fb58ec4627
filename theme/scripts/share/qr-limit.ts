/** Bytes that the largest QR code holds at the error correction level M (ISO/IEC 18004, version 40). */
export const MOST_IN_CODE = 2_331;
