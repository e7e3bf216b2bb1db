package sixones.plain.industries;

import java.util.ArrayList;
import java.util.List;
import sixones.plain.PlainFinding;

/** What is asked alike of leading enterprises, single champions and platforms. */
final class EnterpriseRules {
  private final Sections sections;

  EnterpriseRules(Sections sections) {
    this.sections = sections;
  }

  List<PlainFinding> findings() {
    List<PlainFinding> findings = new ArrayList<>(14);
    findings.addAll(ofEnterprises("leaders", "chainLeaders"));
    findings.addAll(ofEnterprises("champions", "singleChampions"));
    findings.add(sections.named("platform-named", "innovationPlatforms"));
    findings.add(sections.related("platform-serves-industry", "innovationPlatforms"));
    findings.add(sections.located("platform-in-city", "innovationPlatforms"));
    findings.add(sections.documented("platform-evidence", "innovationPlatforms"));
    return findings;
  }

  private List<PlainFinding> ofEnterprises(String group, String list) {
    return List.of(
        sections.named(group + "-named", list),
        sections.related(group + "-in-chain", list),
        sections.coded(group + "-credit-code", list),
        sections.located(group + "-registered-in-city", list),
        sections.documented(group + "-evidence", list));
  }
}
