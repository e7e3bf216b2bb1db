package sixones.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.letter.LetterFacts.Cited;
import sixones.letter.LetterFacts.Contact;
import sixones.letter.LetterFacts.Day;
import sixones.letter.LetterFacts.Despite;
import sixones.letter.LetterFacts.Determination;
import sixones.letter.LetterFacts.Established;
import sixones.letter.LetterFacts.FirstDay;
import sixones.letter.LetterFacts.Ground;
import sixones.letter.LetterFacts.Item;
import sixones.letter.LetterFacts.Judgement;
import sixones.letter.LetterFacts.Lack;
import sixones.letter.LetterFacts.Leaders;
import sixones.letter.LetterFacts.Notice;
import sixones.letter.LetterFacts.Notified;
import sixones.letter.LetterFacts.Place;
import sixones.letter.LetterFacts.Requirement;
import sixones.letter.LetterFacts.Review;
import sixones.letter.LetterFacts.Silence;
import sixones.letter.LetterFacts.State;
import sixones.letter.LetterFacts.Subject;
import sixones.letter.LetterFacts.Term;
import sixones.letter.LetterFacts.Told;
import sixones.letter.LetterFacts.Unit;
import sixones.text.Words;

/** Made-up letters to a city that does not exist. */
public final class LettersInTests {
  static final LocalDate ISSUED = LocalDate.of(2026, 11, 30);

  static final Subject SUBJECT =
      new Subject(
          words("Pilot competitive manufacturing cities 2026 (example)", "2026年制造强市试点（示例）"),
          words("the People's Government of Example City", "示例市人民政府"),
          "519900",
          "3-519900-2",
          2,
          Instant.parse("2026-11-20T02:15:30.250Z"),
          "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");

  static final Contact CONTACT =
      new Contact(
          words("Planning division (example)", "规划处（示例）"),
          words("Officer on duty", "值班人员"),
          "028-0000 0000",
          words("1 Example Road", "示例路1号"));

  static final Cited CITED =
      new Cited(
          words(
              "each city names a specialised park of provincial or national level",
              "每个城市要有一个省级以上特色园区"),
          words("Notice of 2022, part 2", "2022年通知第二部分"),
          "https://example.org/notice#parks");

  static final Term TERM =
      new Term(
          ISSUED,
          5,
          Unit.WORKING_DAY,
          FirstDay.NEXT,
          Instant.parse("2026-12-07T16:00:00Z"),
          List.of(
              day("2026-11-30", null, words("day of issue", "发出当日")),
              day("2026-12-01", 1, null),
              day("2026-12-02", 2, null),
              day("2026-12-03", 3, null),
              day("2026-12-04", 4, null),
              day("2026-12-05", null, words("Saturday", "星期六")),
              day("2026-12-06", null, words("Sunday", "星期日")),
              day("2026-12-07", 5, words("last day", "最后一日"))));

  static final Review REVIEW =
      new Review(
          List.of(words("the form of version 2", "第2版申报表"), words("six documents", "6份佐证材料")),
          List.of(
              new Requirement(words("One specialised park", "一个特色园区"), State.OPEN, 0),
              new Requirement(words("One pillar industry", "一个主导产业"), State.MET, 1),
              new Requirement(words("One chain leader", "一个链主企业"), State.MET, 0),
              new Requirement(words("One conference", "一个世界级会议"), State.NOT_MET, 2)));

  static final Leaders LEADERS =
      new Leaders(
          words("the office's leading group (example)", "领导小组（示例）"),
          LocalDate.of(2026, 12, 28),
          "2026-14",
          null);

  private LettersInTests() {}

  static Words words(String en, String zh) {
    return new Words(en, zh);
  }

  private static Day day(String date, Integer count, Words note) {
    return new Day(LocalDate.parse(date), count, note);
  }

  static Place place(String pointer, String en, String zh) {
    return new Place(pointer, words(en, zh));
  }

  static List<Item> items() {
    return List.of(
        new Item(
            1,
            Lack.MISSING,
            words("Level of the park", "园区级别"),
            "park",
            "park-level",
            List.of(place("/parks/0/level", "Park 1, level", "园区1的级别")),
            words("The level of the park is blank.", "园区级别没有填写。"),
            words("State the level of the park.", "请填写园区级别。"),
            CITED,
            words(
                "Choose the level in the form and add the document that grants it.",
                "在申报表中选择级别，并添加批准文件。"),
            List.of(
                place("/parks/0/level", "Park 1, level", "园区1的级别"),
                place("/evidence/*", "Documents, additions", "佐证材料（可以增加）"))),
        new Item(
            2,
            Lack.WRONG,
            words("Target year of the industry", "主导产业目标年份"),
            "pillar-industry",
            "pillar-industry-target-after-baseline",
            List.of(
                place("/industries/0/targets/0/year", "Industry 1, target 1, year", "产业1目标1的年份"),
                place("/industries/0/targets/1/year", "Industry 1, target 2, year", "产业1目标2的年份")),
            words(
                "The targets are for 2020 and 2021; the base year is 2021.",
                "目标年份为2020年和2021年，基准年份为2021年。"),
            words("Name years after the base year.", "目标年份应当晚于基准年份。"),
            CITED,
            words("Correct the years in the form.", "在申报表中改正年份。"),
            List.of(place("/industries/0/targets/*", "Industry 1, all targets", "产业1的全部目标"))),
        new Item(
            3,
            Lack.UNPROVEN,
            words("Minutes of the conference", "会议纪要"),
            null,
            null,
            List.of(),
            words("No document shows that the conference took place.", "没有材料证明会议已经举办。"),
            words(null, "请提交会议纪要。\n纪要应当盖章。"),
            null,
            words("Add the minutes as a file.", "以文件形式提交会议纪要。"),
            List.of(place("/evidence/*", "Documents, additions", "佐证材料（可以增加）"))));
  }

  static List<Ground> grounds() {
    return List.of(
        new Ground(
            1,
            words("Level of the park", "园区级别"),
            "park",
            "park-level",
            List.of(place("/parks/0/level", "Park 1, level", "园区1的级别")),
            words("The level of the park is still blank.", "园区级别仍未填写。"),
            CITED,
            new Told(Notified.NOTICE, ISSUED, "示例函〔2026〕12号", 1, null),
            words("The level will follow.", "级别随后补充。")),
        new Ground(
            2,
            words("Conference", "世界级会议"),
            "world-conference",
            null,
            List.of(),
            words("The conference was held in another province.", "会议在其他省份举办。"),
            CITED,
            new Told(
                Notified.NOT_MENDABLE,
                null,
                null,
                null,
                words("the place of a past conference cannot change.", "已举办会议的地点无法改变。")),
            null),
        new Ground(
            3,
            words("Chain leader", "链主企业"),
            "chain-leader",
            "chain-leader-registered-in-city",
            List.of(place("/chainLeaders/0", "Chain leader 1", "链主企业1")),
            words("The company is registered elsewhere.", "企业注册地不在本市。"),
            CITED,
            new Told(
                Notified.LATE,
                null,
                null,
                null,
                words("the register was read after the notice.", "发出通知后才查阅登记信息。")),
            null),
        new Ground(
            4,
            words("Minutes of the conference", "会议纪要"),
            null,
            null,
            List.of(),
            words("No minutes were handed in.", "没有提交会议纪要。"),
            null,
            new Told(Notified.NOTICE, ISSUED, null, 3, null),
            null));
  }

  static List<Determination> determinations() {
    return List.of(
        new Determination(
            words("Industry in the catalogue", "主导产业属于目录"),
            "pillar-industry-in-catalogue",
            List.of(place("/industries/0/name", "Industry 1, name", "产业1的名称")),
            Established.REVIEW,
            Established.PASS,
            "reading-of-the-text",
            words(null, "该产业属于目录所列“高端装备”的一部分。"),
            List.of(CITED),
            List.of()),
        new Determination(
            words("Growth of the industry", "主导产业发展潜力"),
            "pillar-industry-growth-potential",
            List.of(),
            Established.INCOMPLETE,
            Established.PASS,
            "evidence-seen",
            words("The report states the figures.", "报告载明相关数据。"),
            List.of(),
            List.of(
                words("Annual report 2021, page 4", "2021年年报第4页"),
                words("Statistical bulletin", "统计公报"))));
  }

  /** Every kind of letter, by the name of its golden files. */
  static Map<String, Letter> all() {
    Map<String, Letter> all = new LinkedHashMap<>();
    all.put("correction", correction());
    all.put(
        "acceptance",
        Letters.acceptance(
            SUBJECT,
            null,
            REVIEW,
            List.of(
                new Despite(
                    words("Level of the park", "园区级别"),
                    "park-level",
                    words("The province decides on it next month.", "省级认定下月作出。"))),
            CONTACT,
            ISSUED));
    all.put("refusal", refusal());
    all.put(
        "refusal-bare",
        Letters.refusal(
            SUBJECT,
            null,
            grounds().subList(0, 1),
            new Review(List.of(), List.of()),
            List.of(),
            null,
            new Contact(CONTACT.office(), null, null, null),
            ISSUED));
    Notice notice = new Notice(ISSUED, "示例函〔2026〕12号", TERM.due(), 3);
    all.put("given-up", Letters.givenUp(SUBJECT, notice, CONTACT, ISSUED.plusDays(10)));
    all.put(
        "lapsed",
        Letters.lapsed(
            SUBJECT,
            new Notice(ISSUED, null, Instant.parse("2026-12-07T09:30:00Z"), 1),
            CONTACT,
            ISSUED.plusDays(10)));
    all.put(
        "not-selected",
        Letters.notSelected(
            SUBJECT,
            ISSUED,
            LEADERS,
            List.of(
                new Judgement(
                    words("Market prospects of the industry", "主导产业市场前景"),
                    "pillar-industry-market-prospects",
                    Established.PASS,
                    words("The market is described and grows.", "市场有说明，且在增长。")),
                new Judgement(
                    words("Driving force of the industry", "主导产业带动作用"),
                    "pillar-industry-driving-force",
                    Established.FAIL,
                    words("No effect on suppliers is shown.", "没有说明对配套企业的带动。")),
                new Judgement(
                    words("Growth of the industry", "主导产业发展潜力"),
                    "pillar-industry-growth-potential",
                    null,
                    null)),
            CONTACT,
            LocalDate.of(2026, 12, 30)));
    all.put(
        "selected",
        Letters.selected(SUBJECT, ISSUED, LEADERS, CONTACT, LocalDate.of(2026, 12, 30)));
    return all;
  }

  static Letter refusal() {
    return Letters.refusal(
        SUBJECT,
        null,
        grounds(),
        REVIEW,
        determinations(),
        words("You can bid again in the next round.", "你单位可以参加下一批次申报。"),
        CONTACT,
        ISSUED);
  }

  public static Letter correction() {
    return correction(items());
  }

  static Letter correction(List<Item> items) {
    return Letters.correction(SUBJECT, items, TERM, Silence.DECIDE, REVIEW, CONTACT, ISSUED);
  }

  /** A correction notice in which a text stands for what was found. */
  static Letter found(String text) {
    Item first = items().get(0);
    return correction(
        List.of(
            new Item(
                1,
                first.lack(),
                first.title(),
                first.requirement(),
                first.rule(),
                first.places(),
                words(text, text),
                first.asked(),
                first.cited(),
                first.mend(),
                first.mayChange())));
  }

  /** A correction notice with many items. */
  static Letter withItems(int count) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Item item = items().get(i % 3);
      items.add(
          new Item(
              i + 1,
              item.lack(),
              item.title(),
              item.requirement(),
              item.rule(),
              item.places(),
              item.found(),
              item.asked(),
              item.cited(),
              item.mend(),
              item.mayChange()));
    }
    return correction(items);
  }

  static FrozenLetter frozen(Letter letter) {
    return FrozenLetter.of(letter, c -> true);
  }
}
