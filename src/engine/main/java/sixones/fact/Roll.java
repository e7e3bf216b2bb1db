package sixones.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who may bid under a rule set, and when. Divisions that are not listed are read from the table
 * when somebody first asks.
 */
public final class Roll {
  /**
   * The applicants in their order, by id, and by the codes that meant them.
   *
   * @param byId in the order of ids, so that the parts of a division stand together
   */
  private record Index(
      List<Applicant> all, TreeMap<String, Applicant> byId, Map<String, List<Applicant>> once) {}

  private final List<Applicant> listed;
  private final ApplicantDivisions unlisted;
  private final Divisions divisions;
  private volatile Index index;

  /**
   * @param listed the applicants that are listed
   * @param unlisted the divisions that may bid beside them; null if there are none
   * @param divisions the table of divisions
   */
  public Roll(List<Applicant> listed, ApplicantDivisions unlisted, Divisions divisions) {
    this.listed = List.copyOf(listed);
    this.unlisted = unlisted;
    this.divisions = divisions;
  }

  /** Returns all applicants, whatever the day: those listed, then the divisions by code. */
  public List<Applicant> all() {
    return index().all();
  }

  /** Returns the applicant with this id, whatever the day. */
  public Optional<Applicant> find(String id) {
    return id == null ? Optional.empty() : Optional.ofNullable(index().byId().get(id));
  }

  /** Returns the applicant with this id; null if it is not on the roll on the day. */
  public Applicant on(LocalDate day, String id) {
    Applicant found = find(id).orElse(null);
    return found != null && found.isOn(day) ? found : null;
  }

  /** Returns the applicant on the roll that a withdrawn code denoted; null if there is none. */
  public Applicant onceOf(LocalDate day, String code) {
    for (Applicant applicant : index().once().getOrDefault(code, List.of())) {
      if (applicant.isOn(day)) {
        return applicant;
      }
    }
    return null;
  }

  /**
   * Returns the smallest division on the roll that is or contains another; null if there is none.
   */
  public Applicant around(LocalDate day, String code) {
    for (String each : Divisions.upwards(code)) {
      Applicant found = on(day, each);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Returns whether a division is on the roll or contains one that is. */
  public boolean isAround(LocalDate day, String code) {
    String last = code.replaceFirst(code.endsWith("0000") ? "0000$" : "00$", "") + '~';
    Collection<Applicant> within = index().byId().subMap(code, true, last, false).values();
    return within.stream().anyMatch(applicant -> applicant.isOn(day));
  }

  private Index index() {
    Index now = index;
    if (now == null) {
      now = read();
      index = now;
    }
    return now;
  }

  private Index read() {
    List<Applicant> all = new ArrayList<>(listed);
    if (unlisted != null) {
      all.addAll(unlisted.in(divisions));
    }
    TreeMap<String, Applicant> byId = new TreeMap<>();
    Map<String, List<Applicant>> once = new HashMap<>();
    for (Applicant applicant : all) {
      byId.putIfAbsent(applicant.id(), applicant);
      for (String code : applicant.withdrawn()) {
        once.computeIfAbsent(code, k -> new ArrayList<>(1)).add(applicant);
      }
    }
    return new Index(Collections.unmodifiableList(all), byId, once);
  }
}
