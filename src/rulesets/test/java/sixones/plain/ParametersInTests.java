package sixones.plain;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Short lists and small numbers for the tests of the plain evaluator. */
final class ParametersInTests {
  static final Parameters SMALL = new Parameters(small("no"));

  private ParametersInTests() {}

  static Map<String, Object> small(String revenueAsked) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("placeholder-words", List.of("待定", "无", "tbd", "n/a", "to be named", "x"));
    parameters.put("placeholder-characters", List.of("×", "x", "0"));
    parameters.put("placeholder-beginnings", List.of("某", "××"));
    parameters.put("placeholder-endings", List.of("待定", "to be named"));
    parameters.put("placeholder-bracketed-endings", List.of("拟", "暂定", "T.B.C."));
    parameters.put("name-endings", List.of("业", "产业", "产业链", "industry", "industry chain"));
    parameters.put("name-general-words", List.of("新", "新型", "智能", "and", "Smart"));
    parameters.put("answers-per-requirement", new BigDecimal("1"));
    parameters.put("park-levels", List.of("national", "provincial"));
    parameters.put("industry-catalogue", List.of("electronic-information", "food-and-beverage"));
    parameters.put(
        "industry-catalogue-names",
        List.of("electronic-information = 电子信息 = electronic information"));
    parameters.put("chain-leader-revenue-asked", revenueAsked);
    parameters.put("chain-leader-revenue-lower", new BigDecimal("10"));
    parameters.put("chain-leader-revenue-higher", new BigDecimal("50.5"));
    parameters.put("chain-head-bodies", List.of("party_committee", "government"));
    parameters.put("platform-levels", List.of("national", "provincial"));
    parameters.put("credit-code-pairs", List.of("91", "N9"));
    parameters.put("province-gdp", List.of("2020: 90", "2021: 100.50"));
    parameters.put("per-mu-share-a-most", new BigDecimal("30"));
    parameters.put("per-mu-share-c-least", new BigDecimal("10"));
    parameters.put("per-mu-share-tolerance", new BigDecimal("0.05"));
    parameters.put("province-revenue-per-mu", List.of("2020: 427.4"));
    parameters.put("policy-five-plus-one", List.of("电子信息"));
    parameters.put(
        "division-level-words",
        List.of("市 = city", "州 = 自治州 = prefecture = autonomous prefecture", "地区", "区", "县"));
    return parameters;
  }
}
