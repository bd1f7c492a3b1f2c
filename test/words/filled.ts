/** A file of words with every empty text filled: invented Arabic, no two alike, with the names in braces that the English beside has. */
export function filledWords(skeleton: string): string {
  let written = 0;
  return skeleton.replace(/^( +\S+: )"" # (.*)$/gm, (_, key: string, english: string) => {
    const names = [...english.matchAll(/\{\w+\}/g)].map(([name]) => name);
    const length = Math.max(3, english.split(' ').length - names.length);
    const words = Array.from(
      { length },
      (_, index) => invented[Math.floor(written / invented.length ** index) % invented.length],
    );
    written += 1;
    return `${key}${JSON.stringify([...words, ...names].join(' '))} # ${english}`;
  });
}

const invented = [
  'نص',
  'كلمة',
  'سياسة',
  'بيانات',
  'خصوصية',
  'المستخدم',
  'معلومات',
  'حماية',
  'الوصول',
  'تغيير',
  'موافقة',
];
