import { ValidateBy, type ValidationOptions } from 'class-validator';

/** The province, autonomous region or municipality, by its short name. */
const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';
/** The office that issues. */
const OFFICE = '[A-HJ-Z]';
/** A number never has the letters I and O, which look like digits. */
const ANY = '[A-HJ-NP-Z0-9]';
/** Electric, and other new energy. */
const ENERGY = '[A-HJK]';

/**
 * The forms of number plates by GA 36 (机动车号牌). Each is written without the dot; new-energy plates have one
 * character more, and what a vehicle is for stands at the end.
 */
const FORMS: readonly RegExp[] = [
  // Cars and motorcycles: letters and digits, at least two of them digits.
  `${PROVINCE}${OFFICE}(?=(?:.*\\d){2})${ANY}{5}`,
  // New energy, small and large.
  `${PROVINCE}${OFFICE}${ENERGY}${ANY}\\d{4}`,
  `${PROVINCE}${OFFICE}\\d{5}${ENERGY}`,
  // Police, driving school, trailer, consulate, test, oversize.
  `${PROVINCE}${OFFICE}${ANY}{4}[警学挂领试超]`,
  // Across the border of Guangdong.
  `粤Z${ANY}{4}[港澳]`,
  // Fire brigades.
  `${PROVINCE}[XS]${ANY}{4}应急`,
  // Embassies.
  `\\d{6}使`,
].map((form) => new RegExp(`^${form}$`));

/** Whether it is a Chinese number plate, however it is spaced: 沪A·D6390, 沪a d6390. */
export function isPlate(text: string): boolean {
  const plate = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s·•・.-]/gu, '');
  return FORMS.some((form) => form.test(plate));
}

/** A text that is a number plate. */
export function IsPlate(options: ValidationOptions): PropertyDecorator {
  const validate = (value: unknown): boolean => typeof value === 'string' && isPlate(value);
  return ValidateBy({ name: 'isPlate', validator: { validate } }, options);
}
