package sixones.fact.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sixones.bid.BidContract;
import sixones.bid.BrokenContract;

/** The members of one kind of fact while its derived members are read from the contract. */
public final class FactScope {
  private final BidContract contract;
  private final String kind;
  private final String place;
  private final String holder;
  private final Map<String, Integer> shared;
  private final Map<String, FactMember> members = new LinkedHashMap<>();
  private final Set<String> own = new TreeSet<>();
  private final Needs needs = new Needs();
  private String reading = "";

  /**
   * @param place the place of the fact's statement, with {@code *} for an index
   * @param holder the place of the object that holds the fact's list
   * @param shared the index of each thing that operators share, filled as they are read
   */
  public FactScope(
      BidContract contract, String kind, String place, String holder, Map<String, Integer> shared) {
    this.contract = contract;
    this.kind = kind;
    this.place = place;
    this.holder = holder;
    this.shared = shared;
  }

  public BidContract contract() {
    return contract;
  }

  String place() {
    return place;
  }

  String holder() {
    return holder;
  }

  /** Returns the members known so far, by name, in the order of their slots. */
  public Map<String, FactMember> members() {
    return members;
  }

  /** Returns whether a member is one of the entry's own, not a derived one. */
  boolean isOwn(String member) {
    return own.contains(member);
  }

  /** Adds a member of the entry itself at the next slot. */
  public FactMember addOwn(FactMember member) {
    own.add(member.name());
    return add(member);
  }

  /** Adds a member at the next slot. */
  public FactMember add(FactMember member) {
    if (members.putIfAbsent(member.name(), member) != null) {
      throw broken("a second member " + member.name());
    }
    return member;
  }

  /** Notes which derived member is being read, for messages. */
  public void reads(String derived) {
    reading = derived;
    if (!derived.isEmpty()) {
      needs.derived(derived);
    }
  }

  /** Returns what the derived members read so far need. */
  public Needs needs() {
    return needs;
  }

  /** Returns a member that is known so far, and notes that an operator reads it; null if none. */
  FactMember read(String member) {
    FactMember known = members.get(member);
    if (known != null && !own.contains(member)) {
      needs.member(reading, member);
    }
    return known;
  }

  public String parameter(JsonNode operator, String key) {
    String id = text(operator, key);
    parameter(id);
    return id;
  }

  /** Returns the id of a parameter that is read as a day. */
  String dayParameter(JsonNode operator, String key) {
    String id = parameter(operator, key);
    needs.day(id);
    return id;
  }

  void parameter(String id) {
    needs.parameter(reading, id);
  }

  /** Returns the index of a thing that operators share. */
  int shared(String what) {
    return shared.computeIfAbsent(what, k -> shared.size());
  }

  /** Returns a text of an operator's description. */
  String text(JsonNode operator, String key) {
    String text = operator.path(key).textValue();
    if (text == null) {
      throw broken("needs " + key);
    }
    return text;
  }

  /** Returns the exception that says what is wrong with what is being read. */
  public BrokenContract broken(String reason) {
    return new BrokenContract("facts/" + kind + (reading.isEmpty() ? "" : "/" + reading), reason);
  }
}
