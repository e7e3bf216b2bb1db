package sixones.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import sixones.rule.Bundle;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;
import sixones.ruleset.RuleSetsInTests;

/** A rule set with a contract of its own, and without any fixture; its rules are never run. */
public final class MadeUpProgramme {
  private static final String BID =
      """
      schema: made-up/bid/1
      applicant: /unit/id
      documents: /papers
      title: { en: A made-up bid, zh: 虚构申报文件 }
      members:
        schema: { kind: schema, required: true }
        ruleSet: { kind: rule-set, required: true }
        call: { kind: year, label: { en: Call year, zh: 申报年度 } }
        phone:
          kind: text
          visibility: applicant-and-office
          label: { en: Phone, zh: 联系电话 }
          hint: { en: Of whoever answers., zh: 请填联系人电话。 }
        unit:
          kind: group
          required: true
          members:
            id: { kind: applicant, required: true, label: { en: Unit, zh: 单位 } }
            name: { kind: names, label: { en: Name, zh: 名称 } }
        projects:
          kind: list
          requirement: %s
          label: { en: Projects, zh: 项目 }
          entry: { en: "Project {number}", zh: "项目{number}" }
          most: 3
          of:
            kind: group
            members:
              name: { kind: names, label: { en: Name, zh: 名称 } }
              share: { kind: decimal, places: 4, label: { en: Share, zh: 占比 } }
              staff: { kind: whole, least: 1, most: 500, label: { en: Staff, zh: 人数 } }
              owner: { kind: text, visibility: applicant-and-office, label: { en: Owner, zh: 出资人 } }
              contact:
                kind: group
                label: { en: Contact, zh: 联系 }
                members:
                  town: { kind: division, label: { en: Town, zh: 乡镇 } }
              paper: { kind: text, refers: { list: /papers, by: id, title: title, closed: true } }
              tasks:
                kind: list
                of:
                  kind: group
                  members:
                    done: { kind: yes-no }
                    steps:
                      kind: list
                      of: { kind: group, members: { what: { kind: lines } } }
        papers:
          kind: list
          of:
            kind: group
            members:
              id: { kind: text }
              title: { kind: names }
      facts: {}
      """
          .formatted(RuleSetsInTests.SICHUAN.requirements().get(0));

  public static final RuleSet RULES = rules();

  private MadeUpProgramme() {}

  private static RuleSet rules() {
    try {
      JsonNode contract = new YAMLMapper().readTree(BID);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] packed = RuleSetsInTests.ALL.packed(RuleSetsInTests.SICHUAN);
      try (ZipInputStream was = new ZipInputStream(new ByteArrayInputStream(packed));
          ZipOutputStream is = new ZipOutputStream(bytes)) {
        for (ZipEntry entry = was.getNextEntry(); entry != null; entry = was.getNextEntry()) {
          byte[] content = was.readAllBytes();
          is.putNextEntry(new ZipEntry(entry.getName()));
          is.write(entry.getName().equals(Bundle.MANIFEST) ? manifest(content, contract) : content);
        }
      }
      return RuleSets.open(bytes.toByteArray(), Bundle.sha256(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] manifest(byte[] was, JsonNode contract) throws IOException {
    ObjectNode manifest = (ObjectNode) new ObjectMapper().readTree(was);
    manifest.put("id", "made-up").set("bid", contract);
    manifest.putArray("rules");
    return new ObjectMapper().writeValueAsBytes(manifest);
  }
}
