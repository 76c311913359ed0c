/** Whether the last digit is the check digit of a card number (ISO/IEC 7812-1, annex B); what is no digit is passed over. */
export function fitsLuhn(text: string): boolean {
  const digits = (text.match(/\d/g) ?? []).map(Number);
  const sum = digits.toReversed().reduce((total, digit, at) => {
    const counted = at % 2 === 0 ? digit : digit * 2;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return digits.length > 0 && sum % 10 === 0 && digits.some((digit) => digit !== 0);
}
