/** The traditional characters of words in our tables, each followed by its simplified form; `帐` is an old spelling. */
const pairs =
  '帐账個个們们會会將将應应須须與与對对開开關关閉闭為为從从於于僅仅無无沒没經经絕绝過过還还這这種种樣样來来時时間间際际國国內内業业' +
  '務务員员資资訊讯據据數数號号碼码電电話话郵邮訂订單单購购買买賣卖價价費费錢钱銀银賬账戶户證证護护權权屬属責责條条約约規规範范則则' +
  '許许請请諾诺認认識识別别設设備备裝装網网絡络線线連连輸输傳传遞递儲储檔档庫库處处銷销毀毁刪删讓让轉转換换載载複复製制產产廣广營营' +
  '團团夥伙協协議议學学習习兒儿歲岁監监嚴严選选擇择採采納纳視视隨随訴诉訟讼賠赔償偿長长遠远終终獲获發发佈布變变動动當当僱雇險险聯联' +
  '係系體体驗验測测試试點点擊击機机構构歐欧亞亚灣湾門门區区圍围臺台進进級级優优質质實实現现態态該该誰谁覽览記记錄录軌轨跡迹書书籤签' +
  '標标題题語语聲声紋纹臉脸醫医療疗齡龄顯显隱隐閱阅讀读裡里簡简願愿確确邊边寫写額额獨独歷历適适禦御檢检審审稱称創创滿满辦办負负';

const folded: ReadonlyMap<string, string> = new Map(
  Array.from({ length: pairs.length / 2 }, (_, index) => [
    pairs[2 * index] ?? '',
    pairs[2 * index + 1] ?? '',
  ]),
);

/** A Chinese character as our tables write it: simplified. */
export function simplified(character: string): string {
  return folded.get(character) ?? character;
}
