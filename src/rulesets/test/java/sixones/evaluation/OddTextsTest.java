package sixones.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.ibm.icu.lang.UCharacter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.answer.AnswerWriter;
import sixones.report.Language;
import sixones.report.json.JsonReport;
import sixones.ruleset.RuleSetsInTests;

/**
 * The answers to 200 bids with odd texts, by their digests: every Java must give them to the byte.
 * {@code -Dgolden=update} writes the digests anew, on one Java; the other must then agree.
 */
@InTurns(3)
class OddTextsTest {
  private static final Path DIGESTS = Path.of("test/resources/sixones/evaluation/odd-texts.sha256");
  private static final int BIDS = 200;

  /** Where texts stand that rules read. */
  private static final List<String> PLACES =
      List.of(
          "/parks/0/name/zh",
          "/parks/0/industry",
          "/pillarIndustries/0/name/zh",
          "/pillarIndustries/0/name/en",
          "/pillarIndustries/0/category",
          "/pillarIndustries/0/growthPotential",
          "/chainLeaders/0/industry",
          "/chainLeaders/0/creditCode",
          "/chainHeads/0/name/zh",
          "/chainHeads/0/chain",
          "/conferences/0/name/zh",
          "/conferences/0/industry",
          "/evidence/0/id",
          "/parks/0/evidence/0");

  /**
   * Ranges whose characters differ between editions of Unicode, or fold, compose, hide or look
   * alike in unusual ways: first and last of each.
   */
  private static final int[][] RANGES = {
    {0x2EBF0, 0x2EE5D},
    {0x30000, 0x3134A},
    {0x31350, 0x323AF},
    {0x2E80, 0x2FDF},
    {0x31C0, 0x31EF},
    {0xF900, 0xFAD9},
    {0x2F800, 0x2FA1D},
    {0x3100, 0x318E},
    {0xFF01, 0xFFEE},
    {0x13A0, 0x13FD},
    {0xAB70, 0xABBF},
    {0x1C80, 0x1C8A},
    {0x10D40, 0x10D8F},
    {0x1E5D0, 0x1E5FF},
    {0xA7C0, 0xA7F9},
    {0x1F00, 0x1FFE},
    {0x2000, 0x206F},
    {0x2100, 0x218B},
    {0x2460, 0x24FF},
    {0x3200, 0x33FF},
    {0xFE00, 0xFE6F},
    {0xE000, 0xE00F},
    {0xE0000, 0xE007F},
    {0xE0100, 0xE01EF},
    {0x180B, 0x180F},
    {0x115F, 0x1160},
    {0xFFF0, 0xFFFD},
    {0x0300, 0x036F},
    {0x0130, 0x0131},
    {0x4E00, 0x9FFF}
  };

  @Test
  void the_answers_to_odd_texts_are_the_same_on_every_java() throws Exception {
    List<String> digests = digests();

    if ("update".equals(System.getProperty("golden"))) {
      Files.write(DIGESTS, digests);
    }
    assertThat(digests).isEqualTo(Files.readAllLines(DIGESTS));
  }

  @Test
  void the_tables_are_of_the_edition_the_digests_were_made_with() {
    assertThat(UCharacter.getUnicodeVersion().toString()).startsWith("16.0");
  }

  private static List<String> digests() throws Exception {
    Evaluations evaluations = new Evaluations(RuleSetsInTests.ALL, Clock.systemUTC());
    Random random = new Random(20220613);
    List<String> digests = new ArrayList<>();
    for (int i = 0; i < BIDS; i++) {
      ObjectNode bid = oddBid(random);
      Evaluation evaluation = evaluations.run(Fixtures.draft(bid), Fixtures.BID_DAY);
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(withoutRuleSet(AnswerWriter.write(evaluation)));
      for (Language language : Language.values()) {
        digest.update(withoutRuleSet(JsonReport.render(evaluation, language)));
      }
      digests.add(HexFormat.of().formatHex(digest.digest()));
    }
    return digests;
  }

  /** The digest of the rule set changes with every word of it; what it says must not. */
  private static byte[] withoutRuleSet(byte[] answer) throws IOException {
    String text = new String(answer, StandardCharsets.UTF_8);
    return text.replaceFirst("\"ruleSet\":\\{[^}]*}", "").getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode oddBid(Random random) {
    ObjectNode bid = Fixtures.compliant();
    for (String place : PLACES) {
      if (random.nextInt(3) > 0) {
        Fixtures.change(bid, place, TextNode.valueOf(oddText(random)));
      }
    }
    return bid;
  }

  private static String oddText(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(6);
    for (int i = 0; i < length; i++) {
      int[] range = RANGES[random.nextInt(RANGES.length)];
      int c = range[0] + random.nextInt(range[1] - range[0] + 1);
      text.appendCodePoint(c);
    }
    return switch (random.nextInt(4)) {
      case 0 -> text + "产业链";
      case 1 -> "示例显示器件" + text;
      default -> text.toString();
    };
  }
}
