package sixones.plain;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts that do not tell what was asked for, and some that only look so. */
public final class Unclear {
  private static final Arbitrary<String> PLACEHOLDERS_IN_PROSE =
      Arbitraries.of(
          "待定",
          "暂无",
          "无",
          "同上",
          "TBD",
          "n/a",
          "None",
          "to be determined",
          "“略”",
          "\u2F46",
          "待定1",
          "待定（二）",
          "TBD 2",
          "测试三",
          "x1",
          "xxx",
          "XX",
          "××××",
          "〇〇",
          "00000",
          "□□",
          "0",
          "x");
  private static final Arbitrary<String> PLACEHOLDERS_IN_NAMES =
      Arbitraries.of(
          "某企业",
          "××园区",
          "×园区",
          "XX Works",
          "（某）厂",
          "见附件一号",
          "园区待定",
          "主任（待任命）",
          "Works, to be determined",
          "第一制造（拟）",
          "第一制造【暂定。】",
          "Works (T.B.C.)",
          "(First) Works [proposed]",
          "((拟)",
          "第一\uE000（拟）",
          "某\uE000");
  private static final Arbitrary<String> LOST =
      Arbitraries.of(
          "\uFFFD", "第\uFFFD制造", "Works\uFFFD", "\uE000\uF8FF", "—\uDB80\uDC00", "\u3164\uE123");
  private static final Arbitrary<String> STATED =
      Arbitraries.of(
          "无锡",
          "12",
          "二十",
          "（拟）",
          "（拟）第一制造",
          "第（拟）制造",
          "×",
          "x2y",
          "一一",
          "拟建园区",
          "第一\uE000",
          "\u2F2F\uF8FF",
          "\u2F26\u2F2F",
          "taxx",
          "(拟",
          "待定园区一期工程？",
          "★无",
          "\u3164a");

  private Unclear() {}

  /** What may stand where a name is asked for. */
  public static Arbitrary<String> names() {
    return Choices.frequencyOf(
        Tuple.of(3, PLACEHOLDERS_IN_PROSE),
        Tuple.of(3, PLACEHOLDERS_IN_NAMES),
        Tuple.of(2, LOST),
        Tuple.of(2, STATED));
  }
}
