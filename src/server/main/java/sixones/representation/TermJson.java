package sixones.representation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import sixones.calendar.CountedDay;
import sixones.calendar.HolidayName;
import sixones.calendar.HolidayNotice;
import sixones.calendar.LocalDay;
import sixones.calendar.Term;
import sixones.calendar.WorkingDays;
import sixones.calendar.adoption.ProposedCalendar;
import sixones.report.Language;
import sixones.report.Messages;

/** Represents terms and calendars as JSON. */
public final class TermJson {
  private TermJson() {}

  /** Returns a term with each of its days, and the days on which places differ. */
  public static ObjectNode of(Term term, WorkingDays calendar) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("start", term.start().toString())
        .put("amount", term.rule().amount())
        .put("unit", term.rule().unit().id())
        .put("firstDayCounts", term.rule().firstDayCounts())
        .put("known", term.isKnown())
        .put("lastDay", term.isKnown() ? term.lastDay().toString() : null)
        .put("due", StoredJson.instant(term.due().orElse(null)))
        .put("counted", term.counted());
    if (!term.isKnown()) {
      node.set("message", unknown(term));
    }
    ArrayNode days = node.putArray("days");
    term.days().forEach(day -> days.add(of(day)));
    ArrayNode places = node.putArray("local");
    LocalDate last = term.days().get(term.days().size() - 1).day().day();
    calendar.localDays(term.start(), last).forEach(local -> places.add(of(local)));
    node.putObject("calendar")
        .put("digest", calendar.digest())
        .put("from", calendar.from().toString())
        .put("to", calendar.to().toString());
    return node;
  }

  /** Says up to which day the calendar knows, in both languages. */
  private static ObjectNode unknown(Term term) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    Map<String, ?> values =
        Map.of(
            "to", term.lastCovered().toString(),
            "counted", term.counted(),
            "amount", term.rule().amount());
    return message
        .put("en", Messages.text(Language.EN, "term.unknown", values))
        .put("zh", Messages.text(Language.ZH_CN, "term.unknown", values));
  }

  private static ObjectNode of(CountedDay counted) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("day", counted.day().day().toString())
        .put("kind", counted.day().kind().id())
        .put("counting", counted.counting().id());
    if (counted.isCounted()) {
      node.put("number", counted.number());
    }
    put(node, "holiday", counted.day().holiday());
    put(node, counted.day().notice());
    return node;
  }

  private static ObjectNode of(LocalDay local) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("day", local.day().toString()).put("division", local.division());
    put(node, "place", local.place());
    node.put("kind", local.there().id());
    put(node, "holiday", local.holiday());
    put(node, local.notice());
    return node;
  }

  private static void put(ObjectNode node, String member, HolidayName name) {
    if (name != null) {
      node.putObject(member).put("en", name.en()).put("zh", name.zh());
    }
  }

  private static void put(ObjectNode node, HolidayNotice notice) {
    if (notice != null) {
      node.put("notice", notice.number());
    }
  }

  /** Returns a calendar with who proposed and who answered it, as far as the reader is told. */
  public static ObjectNode of(ProposedCalendar calendar) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("digest", calendar.digest())
        .put("state", calendar.state().id())
        .put("from", calendar.from().toString())
        .put("to", calendar.to().toString())
        .put("inUseFrom", StoredJson.instant(calendar.inUseFrom()));
    node.set("proposed", of(calendar.proposal()));
    node.set("answered", calendar.answer() == null ? null : of(calendar.answer()));
    return node;
  }

  private static ObjectNode of(ProposedCalendar.Step step) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("at", StoredJson.instant(step.at()))
        .put("by", step.by())
        .put("reason", step.reason());
  }
}
