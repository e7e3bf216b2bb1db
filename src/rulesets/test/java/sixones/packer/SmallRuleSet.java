package sixones.packer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sixones.bid.BidContract;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.rule.Bundle;
import sixones.ruleset.RuleSet;

/** The files of a rule set with one harmless rule, to change at will. */
public final class SmallRuleSet {
  static final String FOLDER = "rules/small-set/";
  public static final String PARK_LEVEL = "park/park-level.drl";

  public static final String HARMLESS =
      """
      // A provincial zone is enough.
      package rules.small_set.park

      import facts.Park
      global sixones.finding.Findings findings

      rule "park-level: pass"
          @citation("law#level") @severity("required") @from("2022-06-13") @examines("level")
      when
          $park : Park(level memberOf force("levels"))
      then
          findings.pass(drools.getRule(), $park.at("level").against("accepted", "levels"));
      end

      rule "park-level: fail"
      when
          $park : Park(level != null, level not memberOf force("levels"))
      then
          findings.fail(drools.getRule(), $park.at("level").against("accepted", "levels"));
      end
      """;

  /** The files of the rules that read what the harmless one does not. */
  public static final String BID_REST = "bid/bid-rest.drl";

  public static final String PARKS_REST = "bid/bid-parks-rest.drl";

  /** Reads what the harmless rule does not, so that nothing of the rule set stands unused. */
  static final String OF_BID =
      """
      // Whatever is stated of the whole bid.
      package rules.small_set.bid

      import facts.Bid
      global sixones.finding.Findings findings

      rule "bid-rest: pass"
          @citation("law#level") @severity("context") @from("2022-06-13") @examines("baseline")
          @reads({"levels", "most"})
      when
          $bid : Bid(parks > 0 || gdp > 0 || secondaryIndustryValueAdded > 0)
      then
          findings.pass(drools.getRule(), $bid.at("baseline"));
      end
      """;

  static final String OF_PARKS =
      """
      // Whatever is stated of a park.
      package rules.small_set.bid

      import facts.Park
      global sixones.finding.Findings findings

      rule "bid-parks-rest: pass"
          @citation("law#level") @severity("context") @from("2022-06-13") @examines("name")
      when
          $park : Park(biddingCity != null, pillar != null || gap == "no-level")
      then
          findings.pass(drools.getRule(), $park.at("name"));
      end
      """;

  static final String BID =
      """
      schema: sixones/bid/1
      applicant: /city/code
      call: /call/year
      members:
        schema: { kind: schema, required: true }
        ruleSet: { kind: rule-set, required: true }
        city:
          kind: group
          required: true
          members:
            code: { kind: applicant, required: true }
        baseline:
          kind: group
          members:
            gdp: { kind: amount }
            secondaryIndustryValueAdded: { kind: amount }
        call: { kind: group, members: { year: { kind: year } } }
        parks:
          kind: list
          requirement: park
          of:
            kind: group
            members:
              name: { kind: names }
              level: { kind: choice, words: [national, provincial, municipal, county] }
              state: { kind: choice, words: [planned, approved, in_place] }
              manufacturing: { kind: yes-no }
              industry: { kind: text }
      facts:
        Bid:
          of: [""]
          derived:
            parks: { count: parks }
            gdp: { value: baseline/gdp }
            secondaryIndustryValueAdded: { value: baseline/secondaryIndustryValueAdded }
        Park:
          of: [/parks]
          derived:
            biddingCity: { value: /city/code }
            pillar: { value: industry }
            gap: { first-blank: { level: no-level, state: no-state } }
      """;

  /** The contract of the rule set. */
  public static final BidContract CONTRACT = contract();

  private static final Pattern CHECK =
      Pattern.compile("(?m)^rule \"([a-z-]+): ([a-z]+)(?:, ([a-z ]+))?\"");

  private final SortedMap<String, byte[]> files = new TreeMap<>();

  public SmallRuleSet() {
    with(
        "ruleset.yaml",
        """
        id: small-set
        version: "1"
        title: A small set
        requirements: [park]
        groups: [bid]
        demands: { park: "law#level" }
        """);
    with(
        "citations.yaml",
        """
        "law#level": { source: A law, edition: "1", passage: paragraph 1, gist: A park has a level. }
        """);
    with(
        "parameters.yaml",
        """
        levels:
          title: Levels accepted
          citation: "law#level"
          values: [{ from: "2022-06-13", value: [national, provincial] }]
        most:
          title: The most
          citation: "law#level"
          values: [{ from: "2022-06-13", value: 1 }]
        """);
    with(
        "applicants.yaml",
        """
        citation: "law#level"
        members:
          "510100": { name: { en: Chengdu, zh: 成都市 }, from: "2022-06-13", withdrawn: [] }
        """);
    with(
        "divisions.tsv",
        """
        # editions: 1980-12 2023-06
        510000\t四川省\t1980-12\t\t
        510100\t成都市\t1980-12\t\t
        """);
    with("bid.yaml", BID);
    with("messages/en.properties", "");
    with("messages/zh-CN.properties", "");
    with(PARK_LEVEL, HARMLESS);
    with(BID_REST, OF_BID);
    with(PARKS_REST, OF_PARKS);
  }

  /** The same with a file added or replaced. */
  public SmallRuleSet with(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** The same with one text of a file replaced by another. */
  public SmallRuleSet with(String path, String was, String becomes) {
    String text = new String(files.get(path), StandardCharsets.UTF_8);
    if (!text.contains(was)) {
      throw new AssertionError(path + " holds no " + was);
    }
    return with(path, text.replace(was, becomes));
  }

  /** The same with a division that may bid, too; divisions.tsv has to have it. */
  public SmallRuleSet withApplicant(String code, String name) {
    return with(
        "applicants.yaml",
        "members:\n",
        "members:\n  \""
            + code
            + "\": { name: { en: \"A place\", zh: "
            + name
            + " }, from: \"2022-06-13\", withdrawn: [] }\n");
  }

  /** Writes the files to a folder of rules. */
  public void write(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : spoken().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  public BundlePacker build() {
    return new BundlePacker("small-set", spoken());
  }

  /** The files as they are given, with no word added. */
  BundlePacker buildAsGiven() {
    return new BundlePacker("small-set", new TreeMap<>(files));
  }

  /** A sentence for everything that its rules say. */
  String sentences() {
    return new String(spoken().get("messages/en.properties"), StandardCharsets.UTF_8);
  }

  /** The files with a sentence for everything that has none. */
  private SortedMap<String, byte[]> spoken() {
    SortedMap<String, byte[]> spoken = new TreeMap<>(files);
    for (String file : List.of("messages/en.properties", "messages/zh-CN.properties")) {
      StringBuilder text =
          new StringBuilder(new String(files.get(file), StandardCharsets.UTF_8)).append('\n');
      Set<String> given =
          text.toString()
              .lines()
              .map(line -> line.split("=", 2)[0].strip())
              .collect(Collectors.toSet());
      needed().stream()
          .filter(key -> !given.contains(key))
          .forEach(key -> text.append(key).append(" = ").append(key).append('\n'));
      spoken.put(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
    return spoken;
  }

  private Set<String> needed() {
    Set<String> needed = new TreeSet<>(List.of("park.title", "bid.title"));
    files.forEach(
        (path, bytes) -> {
          Matcher check = CHECK.matcher(new String(bytes, StandardCharsets.UTF_8));
          while (path.endsWith(".drl") && check.find()) {
            String rule = check.group(1);
            List.of("title", "incomplete", "advice").forEach(key -> needed.add(rule + "." + key));
            if (!check.group(2).equals("applies")) {
              String reason = check.group(3) == null ? "" : "." + check.group(3).replace(' ', '-');
              needed.add(rule + "." + check.group(2) + reason);
            }
          }
        });
    return needed;
  }

  public RuleSet open() throws Exception {
    byte[] bundle = build().pack();
    return new RuleSet(Bundle.open("small-set", bundle, Bundle.sha256(bundle)));
  }

  private static BidContract contract() {
    try {
      return BidContract.of(new YAMLMapper().readTree(BID));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** A bid with one park of this text. */
  public static Draft bidOf(String park) {
    String bid =
        "{\"schema\": \"sixones/bid/1\", \"ruleSet\": \"small-set\","
            + " \"city\": {\"code\": \"510100\"}, \"parks\": ["
            + park
            + "]}";
    try {
      return Draft.read(bid.getBytes(StandardCharsets.UTF_8), Draft.Format.JSON, CONTRACT);
    } catch (UnreadableDraft e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }
}
