const urgent =
  /(?<!\w)(?:dringende?[rnms]?|dringlich|eilt|eilig\w*|eilfall|(?<!ab )sofort|umgehend|akute?[rnms]?|notfall|asap|so schnell wie moglich|schnellstmoglich|heute noch|drangt)(?!\w)/;
const notUrgent =
  /(?:nicht|weniger|nicht so|nicht mehr) (?:so |mehr |sehr )?(?:dringend|dringlich|eilig|akut)|(?:eilt|drangt) (?:noch |aber |also )?nicht|keine eile/;

/** Whether somebody says that it cannot wait, from folded text. */
export function isUrgent(text: string): boolean {
  return urgent.test(text) && !notUrgent.test(text);
}
