package sixones.pages.bid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sixones.bid.BidContract;
import sixones.pages.form.FieldWords;
import sixones.report.Messages;
import sixones.report.ReportFinding;
import sixones.report.ReportPart;
import sixones.report.ReportPlace;
import sixones.rule.Outcome;
import sixones.rule.Severity;

/**
 * Quotes what a person needs to judge a finding: the whole text it is about, and the figures and
 * documents that its entry states. Pages and paper show the quotes under the finding.
 */
public final class Quotes {
  private static final Pattern ENTRY = Pattern.compile("(/[^/]+/[0-9]+)(/.*)?");

  private final Map<String, BidPart> parts = new HashMap<>();
  private final FieldWords words;
  private final BidContract contract;

  public Quotes(ReadableBid bid, Messages messages) {
    this.contract = messages.contract();
    bid.all().forEach(part -> parts.putIfAbsent(part.pointer(), part));
    this.words = new FieldWords(messages);
  }

  /** Returns whether a finding is left to a person, so that it is quoted. */
  public static boolean isQuoted(ReportFinding finding) {
    return finding.part() == ReportPart.LEFT_TO_PEOPLE
        || finding.outcome() == Outcome.REVIEW
        || finding.rule().severity() == Severity.JUDGED
            && finding.outcome() != Outcome.INAPPLICABLE;
  }

  /** Returns the quotes of a finding, one for each entry of the bid; none if nobody judges it. */
  public List<Quote> of(ReportFinding finding) {
    return isQuoted(finding) ? ofAny(finding) : List.of();
  }

  /** Returns the quotes of a finding, whoever has to look at it. */
  public List<Quote> ofAny(ReportFinding finding) {
    Map<String, Set<BidPart>> quoted = new LinkedHashMap<>();
    for (ReportPlace place : finding.shown()) {
      BidPart part = nearest(place.pointer());
      if (part != null) {
        quoted.computeIfAbsent(entry(part.pointer()), k -> new LinkedHashSet<>()).add(part);
      }
    }
    List<Quote> quotes = new ArrayList<>();
    quoted.forEach((entry, examined) -> quotes.add(quote(entry, examined)));
    quotes.removeIf(quote -> quote.parts().isEmpty());
    return quotes;
  }

  private BidPart nearest(String pointer) {
    String at = pointer;
    while (!at.isEmpty() && !parts.containsKey(at)) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return parts.get(at);
  }

  /** Returns the entry of the bid a place lies in; the place itself if it lies in none. */
  private static String entry(String pointer) {
    Matcher entry = ENTRY.matcher(pointer);
    return entry.matches() ? entry.group(1) : pointer;
  }

  private Quote quote(String entry, Set<BidPart> examined) {
    BidPart whole = parts.get(entry);
    Set<BidPart> told = new LinkedHashSet<>();
    if (whole != null && !examined.contains(whole)) {
      whole.parts().stream()
          .filter(part -> part.kind() == BidPart.Kind.NAMES)
          .limit(1)
          .forEach(told::add);
      told.addAll(examined);
      whole.parts().stream()
          .filter(this::supports)
          .filter(part -> !holds(part, examined))
          .forEach(told::add);
    } else {
      told.addAll(examined);
    }
    // A report is given away; what only the applicant and the office may see stays in the bid.
    return new Quote(words.place(entry), visible(told));
  }

  List<BidPart> visible(Collection<BidPart> parts) {
    return parts.stream()
        .filter(part -> part.isBlank() || !part.isHiddenBy(contract))
        .map(part -> part.with(visible(part.parts()), part.notes()))
        .toList();
  }

  /** Returns whether a part is a list of figures or of documents. */
  private boolean supports(BidPart part) {
    return part.kind() == BidPart.Kind.LIST
        && (isOfDocuments(part)
            || part.all().stream().anyMatch(p -> "amount".equals(contract.kind(p.pointer()))));
  }

  private static boolean isOfDocuments(BidPart list) {
    return list.parts().stream().anyMatch(part -> part.kind() == BidPart.Kind.REFERENCE);
  }

  private static boolean holds(BidPart part, Set<BidPart> examined) {
    return examined.stream().anyMatch(each -> part.all().contains(each));
  }
}
