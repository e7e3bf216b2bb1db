package sixones.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.InTurns;
import sixones.letter.LetterFacts.Ground;
import sixones.letter.LetterFacts.Item;
import sixones.letter.LetterFacts.Place;
import sixones.report.Language;

/** The frozen text is what was recorded, and nothing else is taken for it. */
@InTurns(3)
class FrozenLetterTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Iterable<Letter> letters() {
    return LettersInTests.all().values();
  }

  @ParameterizedTest
  @MethodSource("letters")
  void what_was_frozen_is_read_back_the_same(Letter letter) {
    FrozenLetter frozen = LettersInTests.frozen(letter);

    FrozenLetter read = FrozenLetter.read(frozen.bytes(), frozen.digest());

    assertThat(read.letter()).isEqualTo(letter);
    assertThat(read.bytes()).isEqualTo(frozen.bytes());
  }

  @Test
  void one_changed_byte_is_told() {
    FrozenLetter frozen = LettersInTests.frozen(LettersInTests.correction());
    byte[] bytes = frozen.bytes();
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> FrozenLetter.read(changed, frozen.digest()))
          .isInstanceOf(ChangedLetter.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "null",
        "[",
        "{\"format\":\"sixones/letter/1\"}",
        "[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]"
      })
  void what_is_no_letter_is_told_though_its_digest_is_right(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> FrozenLetter.read(bytes, sha256(bytes)))
        .isInstanceOf(ChangedLetter.class);
  }

  @Test
  void a_letter_in_another_spelling_is_told() throws Exception {
    byte[] bytes = LettersInTests.frozen(LettersInTests.correction()).bytes();
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (String other :
        List.of(
            text + " ",
            text.replaceFirst("sixones/letter/1", "sixones/letter/2"),
            text.replaceFirst("\\{", "{\"more\":1,"),
            text.replaceFirst(":", ": "))) {
      byte[] changed = other.getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> FrozenLetter.read(changed, sha256(changed)))
          .isInstanceOf(ChangedLetter.class);
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void the_bytes_are_canonical_json_and_the_digest_is_theirs() throws Exception {
    FrozenLetter frozen = LettersInTests.frozen(LettersInTests.correction());

    String text = new String(frozen.bytes(), StandardCharsets.UTF_8);

    assertThat(canonical(JSON.readTree(text))).isEqualTo(text);
    assertThat(frozen.digest()).isEqualTo(sha256(frozen.bytes()));
  }

  /** Writes JSON by RFC 8785, for documents without fractions and control characters. */
  private static String canonical(JsonNode node) throws Exception {
    List<String> parts = new ArrayList<>();
    if (node.isObject()) {
      List<String> names = new ArrayList<>();
      node.fieldNames().forEachRemaining(names::add);
      names.sort(null);
      for (String name : names) {
        parts.add(JSON.writeValueAsString(name) + ":" + canonical(node.get(name)));
      }
      return "{" + String.join(",", parts) + "}";
    }
    if (node.isArray()) {
      for (JsonNode each : node) {
        parts.add(canonical(each));
      }
      return "[" + String.join(",", parts) + "]";
    }
    return JSON.writeValueAsString(node);
  }

  @Test
  void the_items_of_the_text_are_those_of_the_record() throws Exception {
    JsonNode text = JSON.readTree(LettersInTests.frozen(LettersInTests.correction()).bytes());

    List<JsonNode> entries = entries(text, "item");
    assertThat(entries).hasSameSizeAs(LettersInTests.items());
    for (Item item : LettersInTests.items()) {
      JsonNode entry = entries.get(item.n() - 1);
      assertThat(entry.get("n").intValue()).isEqualTo(item.n());
      assertThat(entry.get("rule").textValue()).isEqualTo(item.rule());
      assertThat(entry.get("requirement").textValue()).isEqualTo(item.requirement());
      assertThat(texts(entry.get("pointers"))).isEqualTo(pointers(item.places()));
      assertThat(texts(entry.get("mayChange"))).isEqualTo(pointers(item.mayChange()));
      for (Language language : Language.values()) {
        String said = said(entry, language);
        for (var recorded : List.of(item.title(), item.found(), item.asked(), item.mend())) {
          assertThat(said).contains(own(recorded, language));
        }
        for (Place place : item.mayChange()) {
          assertThat(said).contains(own(place.label(), language));
        }
        if (item.cited() != null) {
          assertThat(said).contains(own(item.cited().gist(), language), item.cited().address());
        }
      }
    }
  }

  @Test
  void the_grounds_of_the_text_are_those_of_the_record() throws Exception {
    JsonNode text =
        JSON.readTree(LettersInTests.frozen(LettersInTests.all().get("refusal")).bytes());

    List<JsonNode> entries = entries(text, "ground");
    assertThat(entries).hasSameSizeAs(LettersInTests.grounds());
    for (Ground ground : LettersInTests.grounds()) {
      JsonNode entry = entries.get(ground.n() - 1);
      assertThat(texts(entry.get("pointers"))).isEqualTo(pointers(ground.places()));
      for (Language language : Language.values()) {
        assertThat(said(entry, language)).contains(own(ground.found(), language));
        if (ground.told().reasons() != null) {
          assertThat(said(entry, language)).contains(own(ground.told().reasons(), language));
        }
      }
    }
  }

  private static List<JsonNode> entries(JsonNode letter, String type) {
    List<JsonNode> entries = new ArrayList<>();
    for (JsonNode block : letter.get("blocks")) {
      if (block.get("type").textValue().equals(type)) {
        entries.add(block);
      }
    }
    return entries;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.textValue()));
    return texts;
  }

  private static List<String> pointers(List<Place> places) {
    return places.stream().map(Place::pointer).toList();
  }

  /** Everything an entry says in a language. */
  private static String said(JsonNode entry, Language language) {
    String member = language == Language.EN ? "en" : "zh";
    return String.join("\n", entry.findValuesAsText(member));
  }

  private static String own(sixones.text.Words words, Language language) {
    String own = language == Language.EN ? words.en() : words.zh();
    return own == null ? (language == Language.EN ? words.zh() : words.en()) : own;
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_rendering_has_every_item_in_order_and_the_digest(Language language) throws Exception {
    for (Letter letter : LettersInTests.all().values()) {
      FrozenLetter frozen = LettersInTests.frozen(letter);
      LetterRendering rendering = new LetterRendering(frozen, language);

      for (String said :
          List.of(
              rendering.text(),
              unescaped(rendering.html()),
              unescaped(DocxInTests.of(rendering.docx()).part("word/document.xml")))) {
        int last = -1;
        for (LetterBlock block : letter.blocks()) {
          if (block instanceof LetterBlock.Entry entry) {
            int at = said.indexOf(own(entry.title(), language), last + 1);
            assertThat(at).isGreaterThan(last);
            last = at;
            for (LetterBlock.Field field : entry.fields()) {
              for (String line : own(field.text(), language).lines().toList()) {
                assertThat(said).contains(line);
              }
            }
          }
        }
      }
      assertThat(rendering.text()).contains(frozen.digest());
      assertThat(rendering.html()).contains("data-digest=\"" + frozen.digest() + '"');
      assertThat(DocxInTests.of(rendering.docx()).part("docProps/core.xml"))
          .contains("sha256:" + frozen.digest());
    }
  }

  static String unescaped(String markup) {
    return markup
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  @Test
  void bytes_are_the_same_twice_in_any_locale_and_zone() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    List<byte[]> first = bytes();
    try {
      for (String tag : List.of("en-US", "zh-CN", "tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
        for (String id : List.of("UTC", "Asia/Shanghai", "America/St_Johns")) {
          Locale.setDefault(Locale.forLanguageTag(tag));
          TimeZone.setDefault(TimeZone.getTimeZone(id));
          List<byte[]> again = bytes();
          for (int i = 0; i < first.size(); i++) {
            assertThat(again.get(i)).as(tag + " " + id + " " + i).isEqualTo(first.get(i));
          }
        }
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static List<byte[]> bytes() {
    List<byte[]> bytes = new ArrayList<>();
    for (Letter letter : List.of(LettersInTests.correction(), LettersInTests.refusal())) {
      FrozenLetter frozen = LettersInTests.frozen(letter);
      bytes.add(frozen.bytes());
      for (Language language : Language.values()) {
        LetterRendering rendering = new LetterRendering(frozen, language);
        bytes.add(rendering.docx());
        bytes.add(rendering.html().getBytes(StandardCharsets.UTF_8));
        bytes.add(rendering.text().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes;
  }
}
