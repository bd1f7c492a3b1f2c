import type { Language } from './language.ts';

/** Words are not separated: each character counts as one. */
export const chinese: Language = {
  named: {
    negation: '不 没 無 无 未 非 勿 莫 否 别 禁 拒 绝 毋',
    modal: '可 能 会 将 应 须 必 需 得 许',
    quantifier:
      '全 部 所 任 每 仅 只 均 都 多 少 最 一 二 三 四 五 六 七 八 九 十 百 千 万 半 两 年 月 日 天 周 时 永 常 暂 初 首 前 后',
    exception: '除 外 若 如 但 且 或 等 例 含',
    right: '权 同 意 撤 回 删 除 退 出 关 闭 开 启 选 择 订 注 销 投 诉 申 请 更 正 查 阅 授 设 置 利 限',
  },
  neutral: '的 之 了',
  same: '您:你 与:和 及:和 以_及:和 帐:账 其_它:其_他 登_陆:登_录 做_出:作_出 包_含:包_括',
  dated:
    '最 近 后 上 次 本 更 新 日 期 时 间 生 效 发 布 修 订 改 版 本 于 自 起 年 月 号 为 是 隐 私 政 策 协 议 声 明 用 户 服 务 条 款 个 人 信 息 保 护 指 引 终 終 後 制 定 改 施 行 实 公 一',
  months: '月',
  parts: '第',
};
