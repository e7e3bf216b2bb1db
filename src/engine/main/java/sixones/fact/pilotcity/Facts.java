package sixones.fact.pilotcity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.bid.BidContract;
import sixones.bid.Defect;
import sixones.bid.Draft;
import sixones.bid.Shape;
import sixones.bid.UnreadableDraft;
import sixones.fact.DraftNode;
import sixones.fact.Fact;
import sixones.fact.InForce;
import sixones.fact.MemberSources;
import sixones.fact.identity.CityName;
import sixones.fact.identity.CreditCode;
import sixones.fact.identity.Location;
import sixones.fact.identity.Relation;
import sixones.fact.identity.RollState;
import sixones.text.TextState;

/** All facts of a draft, and the empty lists where further facts could stand. */
public final class Facts {
  private static final Map<String, Class<? extends Fact>> KINDS = new LinkedHashMap<>();
  private static final Map<String, Shape.Members> SHAPES = new HashMap<>();

  /**
   * The words of computed members, by member or by kind and member. The latter take precedence,
   * where kinds differ.
   */
  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry("naming", TextState.WORDS),
          Map.entry("categoryState", TextState.WORDS),
          Map.entry("growthPotential", TextState.WORDS),
          Map.entry("marketProspects", TextState.WORDS),
          Map.entry("drivingForce", TextState.WORDS),
          Map.entry("relation", Relation.Kind.WORDS),
          Map.entry("creditCodeState", CreditCode.WORDS),
          Map.entry("evidence", Documents.WORDS),
          Map.entry("document", Documents.WORDS),
          Map.entry("figuresGap", List.of(Figures.NO_YEAR, Figures.NONE, Figures.UNFINISHED)),
          Map.entry("revenueGap", List.of(Figures.NONE, Figures.SEVERAL)),
          Map.entry("Conference.gap", List.of("state")),
          Map.entry("place", Location.WORDS),
          Map.entry("applicant", RollState.WORDS),
          Map.entry("cityNaming", CityName.WORDS),
          Map.entry(
              "Target.gap",
              List.of("no-amount", "no-measure", Figures.NO_YEAR, Figures.NONE, Figures.SEVERAL)));

  static {
    kind(Bid.class, BidContract.BID);
    kind(Park.class, BidContract.PARK);
    kind(PillarIndustry.class, BidContract.PILLAR_INDUSTRY);
    kind(Target.class, BidContract.TARGET);
    kind(ChainLeader.class, BidContract.CHAIN_LEADER);
    kind(ChainHead.class, BidContract.CHAIN_HEAD);
    kind(InnovationPlatform.class, BidContract.INNOVATION_PLATFORM);
    kind(Conference.class, BidContract.CONFERENCE);
    kind(Reference.class, Shape.members());
  }

  /**
   * A fact, or the pointer of a list that could hold one but is empty or unreadable. The other
   * component is null.
   */
  public record Spot(Fact fact, String emptyList) {}

  private interface Read {
    Fact of(DraftNode stated, BidContext reading);
  }

  private final List<Fact> all = new ArrayList<>();
  private final Map<Class<? extends Fact>, List<Spot>> byKind = new HashMap<>();
  private final DraftNode bid;
  private final BidContext reading;
  private final List<Defect> defects;

  private Facts(Draft draft, InForce inForce) {
    this.bid = new DraftNode("", draft.tree(), inForce);
    this.reading = BidContext.of(bid);
    this.defects = draft.defects();
    add(new Bid(bid, reading));
    answers("parks", Park.class, Park::new);
    answers("pillarIndustries", PillarIndustry.class, PillarIndustry::new);
    answers("chainLeaders", ChainLeader.class, ChainLeader::new);
    answers("chainHeads", ChainHead.class, ChainHead::new);
    answers("innovationPlatforms", InnovationPlatform.class, InnovationPlatform::new);
    answers("conferences", Conference.class, Conference::new);
    targets();
    if (of(Reference.class).isEmpty()) {
      empty(Reference.class, "/evidence");
    }
  }

  /** Reads the facts of a draft, with the parameters in force on the day of evaluation. */
  public static Facts of(Draft draft, InForce inForce) {
    return new Facts(draft, inForce);
  }

  /** Returns the kinds of fact that a rule can match, by simple class name. */
  public static Map<String, Class<? extends Fact>> kinds() {
    return Map.copyOf(KINDS);
  }

  /** Returns whether a kind of fact has a member; "" is the fact's own place. */
  public static boolean hasPlace(String kind, String member) {
    return member.isEmpty() || SHAPES.get(kind).below(member) != null;
  }

  /** Returns what the members of facts rest on. What is not known rests on the fact as a whole. */
  public static MemberSources sources() {
    return new MemberSources() {
      @Override
      public List<String> of(String kind, String member) {
        List<String> listed = MemberPlaces.of(kind, member);
        return listed != null ? listed : List.of(hasPlace(kind, member) ? member : "");
      }

      @Override
      public List<String> facts(String kind) {
        return MemberPlaces.facts(kind);
      }
    };
  }

  /** Returns the possible words of a member that is a choice or is computed; else empty. */
  public static List<String> words(String kind, String member) {
    List<String> workedOut = WORDS.getOrDefault(kind + "." + member, WORDS.get(member));
    if (workedOut != null) {
      return workedOut;
    }
    return SHAPES.get(kind).below(member) instanceof Shape.Choice choice
        ? choice.words()
        : List.of();
  }

  public List<Fact> all() {
    return all;
  }

  /** Returns the facts of one kind and the empty lists for it, in the order of the draft. */
  public List<Spot> of(Class<? extends Fact> kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** Returns whether every place of the draft can be read. */
  public boolean isReadable() {
    return defects.isEmpty();
  }

  /** Returns the first defect that is at, below or above a place; null if there is none. */
  public Defect unreadable(String pointer) {
    for (Defect defect : defects) {
      if (defect.touches(pointer)) {
        return defect;
      }
    }
    return null;
  }

  private void answers(String list, Class<? extends Fact> kind, Read read) {
    JsonNode answers = bid.member(list);
    if (answers.isEmpty()) {
      empty(kind, "/" + list);
    }
    if (answers == UnreadableDraft.PLACE) {
      empty(Reference.class, "/" + list);
    }
    for (int i = 0; i < answers.size(); i++) {
      String pointer = "/" + list + "/" + i;
      JsonNode answer = answers.get(i);
      add(read.of(new DraftNode(pointer, answer, bid.inForce()), reading));
      JsonNode references = answer.path("evidence");
      if (answer == UnreadableDraft.PLACE || references == UnreadableDraft.PLACE) {
        empty(Reference.class, pointer + "/evidence");
      }
      for (int j = 0; j < references.size(); j++) {
        String place = pointer + "/evidence/" + j;
        add(new Reference(new DraftNode(place, references.get(j), bid.inForce()), reading));
      }
    }
  }

  private void targets() {
    JsonNode pillars = bid.member("pillarIndustries");
    if (pillars.isEmpty()) {
      empty(Target.class, "/pillarIndustries");
    }
    for (int i = 0; i < pillars.size(); i++) {
      String list = "/pillarIndustries/" + i + "/targets";
      JsonNode targets = pillars.get(i).path("targets");
      if (targets.isEmpty()) {
        empty(Target.class, list);
      }
      for (int j = 0; j < targets.size(); j++) {
        DraftNode target = new DraftNode(list + "/" + j, targets.get(j), bid.inForce());
        add(new Target(target, pillars.get(i).path("figures"), reading));
      }
    }
  }

  private void add(Fact fact) {
    all.add(fact);
    spots(fact.getClass()).add(new Spot(fact, null));
  }

  private void empty(Class<? extends Fact> kind, String list) {
    spots(kind).add(new Spot(null, list));
  }

  private List<Spot> spots(Class<? extends Fact> kind) {
    return byKind.computeIfAbsent(kind, k -> new ArrayList<>(2));
  }

  private static void kind(Class<? extends Fact> kind, Shape.Members shape) {
    KINDS.put(kind.getSimpleName(), kind);
    SHAPES.put(kind.getSimpleName(), shape);
  }
}
