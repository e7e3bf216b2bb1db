package sixones.packer;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.model.codegen.execmodel.generator.DrlxParseUtil;
import org.drools.mvel.parser.ast.expr.DrlNameExpr;
import org.drools.mvel.parser.ast.expr.DrlxExpression;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;
import org.drools.mvel.parser.printer.PrintUtil;
import sixones.fact.Fact;
import sixones.fact.derived.FactMember;
import sixones.fact.kind.FactKind;
import sixones.rule.Comparison;
import sixones.rule.Condition;

/**
 * Parses the {@code when} of a check as a tree and accepts only the listed forms. A condition
 * matches one fact and compares its members with words, integers, parameters in force and each
 * other. A comparison that a blank would satisfy also requires the member to be stated.
 */
final class ConditionParser {
  private static final Pattern BINDING = Pattern.compile("\\$[a-z][A-Za-z]*");
  private static final Map<BinaryExpr.Operator, Comparison> COMPARISONS =
      Map.of(
          BinaryExpr.Operator.EQUALS, Comparison.EQUAL,
          BinaryExpr.Operator.NOT_EQUALS, Comparison.DIFFERENT,
          BinaryExpr.Operator.LESS, Comparison.UNDER,
          BinaryExpr.Operator.LESS_EQUALS, Comparison.AT_MOST,
          BinaryExpr.Operator.GREATER, Comparison.OVER,
          BinaryExpr.Operator.GREATER_EQUALS, Comparison.AT_LEAST);

  private static final Set<BinaryExpr.Operator> EQUALITIES =
      EnumSet.of(BinaryExpr.Operator.EQUALS, BinaryExpr.Operator.NOT_EQUALS);
  private static final Set<Class<?>> ORDERED =
      Set.of(int.class, Integer.class, BigDecimal.class, LocalDate.class);

  private final RuleFile file;
  private final RuleDescr check;
  private final Set<String> stated = new HashSet<>();
  private final Map<String, List<String>> asked = new HashMap<>();
  private FactKind fact;
  private PatternDescr pattern;
  private Map<String, Class<?>> members;
  private boolean looksAtTheDraft;
  private Condition tree;

  ConditionParser(RuleFile file, RuleDescr check) {
    this.file = file;
    this.check = check;
  }

  String kind() {
    return pattern.getObjectType();
  }

  String binding() {
    return pattern.getIdentifier();
  }

  /** Returns a member of the fact; null if it has none of this name but the day. */
  FactMember member(String name) {
    return fact.members().get(name);
  }

  /** Returns the types of the fact's members, by name. */
  Map<String, Class<?>> members() {
    return members;
  }

  /** Returns the words that the check compares a member with; empty if none. */
  List<String> words(String member) {
    return asked.getOrDefault(member, List.of());
  }

  /** Returns the condition as a tree. */
  Condition tree() {
    return tree;
  }

  /** Returns whether the condition tests a member that a draft can leave blank. */
  boolean looksAtTheDraft() {
    return looksAtTheDraft;
  }

  /**
   * Parses the condition and records reasons for refusal.
   *
   * @return false if there is no single usable pattern
   */
  boolean read() {
    AndDescr lhs = check.getLhs();
    if (lhs == null
        || lhs.getDescrs().size() != 1
        || !(lhs.getDescrs().get(0) instanceof PatternDescr only)) {
      file.refuse(
          check.getLine(),
          "a check looks at one fact: when $park : Park(…), without or, not, eval");
      return false;
    }
    pattern = only;
    fact = file.facts().kind(pattern.getObjectType());
    if (fact == null) {
      refuse("\"" + pattern.getObjectType() + "\" is no fact; there are " + kinds());
      return false;
    }
    members = membersOf(fact);
    if (pattern.getSource() != null) {
      refuse("from; a check looks at the facts of the bid alone");
    }
    if (pattern.getBehaviors() != null && !pattern.getBehaviors().isEmpty()) {
      refuse("a window over events");
    }
    if (!pattern.getAnnotations().isEmpty() || pattern.isQuery() || pattern.isUnification()) {
      refuse("an annotation, query or unification in a pattern");
    }
    if (binding() == null || !BINDING.matcher(binding()).matches()) {
      refuse("the fact needs a name to speak of: $park : Park(…)");
      return false;
    }
    List<? extends BaseDescr> constraints = pattern.getConstraint().getDescrs();
    constraints.forEach(this::noteStated);
    List<Condition> parts = new ArrayList<>();
    constraints.forEach(constraint -> parts.add(readConstraint(constraint)));
    tree =
        parts.size() == 1 ? parts.get(0) : new Condition.All(Collections.unmodifiableList(parts));
    return true;
  }

  private void noteStated(BaseDescr constraint) {
    Expression parsed = parsed(constraint);
    if (parsed instanceof BinaryExpr compared
        && compared.getOperator() == BinaryExpr.Operator.NOT_EQUALS
        && compared.getRight() instanceof NullLiteralExpr) {
      stated.add(PrintUtil.printNode(compared.getLeft()));
    }
  }

  /** Returns the tree of one constraint; null if it is refused. */
  private Condition readConstraint(BaseDescr constraint) {
    Expression parsed = parsed(constraint);
    if (parsed == null) {
      refuse("a constraint that is no comparison: " + constraint.getText());
      return null;
    }
    Condition condition = condition(parsed);
    if (condition == null) {
      refuse(
          "\""
              + PrintUtil.printNode(parsed)
              + "\" is not what a check may ask; compare a member with a word, null, true, false,"
              + " 0, 1, force(\"…\"), number(\"…\") or another member; ask a parameter"
              + " asked(\"…\") == true");
    }
    return condition;
  }

  private static Expression parsed(BaseDescr constraint) {
    if (!(constraint instanceof ExprConstraintDescr expression)
        || expression.getType() != ExprConstraintDescr.Type.NAMED) {
      return null;
    }
    try {
      DrlxExpression parsed = DrlxParseUtil.parseExpression(expression.getExpression());
      return parsed.getBind() == null ? parsed.getExpr() : null;
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** Returns the tree of an expression; null if it is not of a listed form. */
  private Condition condition(Expression expression) {
    if (expression instanceof EnclosedExpr enclosed) {
      return condition(enclosed.getInner());
    }
    if (expression instanceof PointFreeExpr choice) {
      return membership(choice);
    }
    if (!(expression instanceof BinaryExpr binary)) {
      return null;
    }
    BinaryExpr.Operator operator = binary.getOperator();
    if (operator == BinaryExpr.Operator.AND || operator == BinaryExpr.Operator.OR) {
      Condition left = condition(binary.getLeft());
      Condition right = left == null ? null : condition(binary.getRight());
      if (right == null) {
        return null;
      }
      List<Condition> both = List.of(left, right);
      return operator == BinaryExpr.Operator.AND
          ? new Condition.All(both)
          : new Condition.Any(both);
    }
    return COMPARISONS.containsKey(operator) ? comparison(binary) : null;
  }

  private Condition comparison(BinaryExpr compared) {
    if (compared.getLeft() instanceof MethodCallExpr call) {
      boolean asks =
          compared.getOperator() == BinaryExpr.Operator.EQUALS
              && compared.getRight() instanceof BooleanLiteralExpr
              && isParameter(call, "asked");
      return asks
          ? new Condition.Asked(
              argument(call), ((BooleanLiteralExpr) compared.getRight()).getValue())
          : null;
    }
    if (!isMember(compared.getLeft())) {
      return null;
    }
    String member = PrintUtil.printNode(compared.getLeft());
    Expression right = compared.getRight();
    boolean unequal = compared.getOperator() == BinaryExpr.Operator.NOT_EQUALS;
    if (right instanceof NullLiteralExpr) {
      if (!unequal) {
        refuse(member + " == null: a check concludes nothing from a blank; leave it incomplete");
      }
      return new Condition.Stated(member);
    }
    if (!EQUALITIES.contains(compared.getOperator()) && !ORDERED.contains(members.get(member))) {
      return null;
    }
    refuseIfHoldsOfBlanks(compared, member, right, unequal);
    Condition.Operand operand = operand(member, right);
    return operand == null
        ? null
        : new Condition.Compared(member, COMPARISONS.get(compared.getOperator()), operand);
  }

  private void refuseIfHoldsOfBlanks(
      BinaryExpr compared, String member, Expression right, boolean unequal) {
    if (right instanceof DrlNameExpr && EQUALITIES.contains(compared.getOperator())) {
      String other = PrintUtil.printNode(right);
      boolean both = isStated(member) && isStated(other);
      if (unequal ? !both : !isStated(member) && !isStated(other)) {
        refuse(
            PrintUtil.printNode(compared)
                + " holds of blanks; ask for "
                + member
                + " != null and "
                + other
                + " != null, too");
      }
    } else if (unequal && !isStated(member)) {
      refuse(member + " != … holds of a blank; ask for " + member + " != null, too");
    }
  }

  private boolean isStated(String member) {
    return stated.contains(member) || isGiven(member);
  }

  /** Returns whether a fact has the member even in an empty draft. */
  private boolean isGiven(String member) {
    FactMember known = fact.members().get(member);
    return known == null
        ? member.equals(Fact.DAY)
        : known.isDivision() && known.reads().equals(Set.of(file.facts().contract().applicant()));
  }

  /** Returns whether a member comes from the draft, and not from parameters alone. */
  private boolean readsTheDraft(String member) {
    FactMember known = fact.members().get(member);
    return !isGiven(member) && !known.reads().isEmpty();
  }

  /** Returns what a member is compared with; null if the member cannot be compared with it. */
  private Condition.Operand operand(String member, Expression value) {
    Class<?> type = members.get(member);
    if (value instanceof StringLiteralExpr word) {
      return type == String.class && isWord(member, word.getValue())
          ? new Condition.Operand.Word(word.getValue())
          : null;
    }
    if (value instanceof BooleanLiteralExpr yesNo) {
      return type == Boolean.class ? new Condition.Operand.YesNo(yesNo.getValue()) : null;
    }
    if (value instanceof IntegerLiteralExpr number) {
      return isNumber(type) ? new Condition.Operand.Whole(small(number)) : null;
    }
    if (value instanceof MethodCallExpr call) {
      return isParameter(call, "number") && isNumber(type)
          ? new Condition.Operand.OfParameter(argument(call))
          : null;
    }
    return isMember(value) && type == members.get(PrintUtil.printNode(value))
        ? new Condition.Operand.OfMember(PrintUtil.printNode(value))
        : null;
  }

  private int small(IntegerLiteralExpr number) {
    if (!Set.of("0", "1").contains(number.getValue())) {
      refuse(number.getValue() + ": a number that policy could change belongs in parameters.yaml");
      return 0;
    }
    return Integer.parseInt(number.getValue());
  }

  private static boolean isNumber(Class<?> type) {
    return type == BigDecimal.class || type == int.class || type == Integer.class;
  }

  /** Returns the tree of a search in a list; null if it is not of a listed form. */
  private Condition membership(PointFreeExpr choice) {
    String operator = choice.getOperator().asString();
    boolean known = Set.of("in", "memberOf").contains(operator);
    if (!known || choice.getArg1() != null || !isMember(choice.getLeft())) {
      return null;
    }
    String member = PrintUtil.printNode(choice.getLeft());
    if (choice.isNegated() && !stated.contains(member)) {
      refuse(
          member + " not " + operator + " … holds of a blank; ask for " + member + " != null, too");
    }
    if (members.get(member) != String.class) {
      return null;
    }
    boolean isIn = !choice.isNegated();
    if (operator.equals("memberOf")) {
      return choice.getRight().size() == 1
              && choice.getRight().get(0) instanceof MethodCallExpr call
              && isParameter(call, "force")
          ? new Condition.AmongTexts(member, isIn, argument(call))
          : null;
    }
    List<String> words = new ArrayList<>();
    for (Expression value : choice.getRight()) {
      if (!(value instanceof StringLiteralExpr word) || !isWord(member, word.getValue())) {
        return null;
      }
      words.add(word.getValue());
    }
    return new Condition.Among(member, isIn, List.copyOf(words));
  }

  private boolean isWord(String member, String word) {
    List<String> words = fact.words(member);
    if (!words.isEmpty() && !words.contains(word)) {
      refuse(member + " is never \"" + word + "\"; it is one of " + words);
    }
    if (words.isEmpty()) {
      refuse(member + " is free text; a list of its words belongs in parameters.yaml");
    }
    asked.computeIfAbsent(member, k -> new ArrayList<>()).add(word);
    return true;
  }

  private boolean isParameter(MethodCallExpr call, String method) {
    boolean fits =
        call.getScope().isEmpty()
            && call.getTypeArguments().isEmpty()
            && call.getNameAsString().equals(method)
            && call.getArguments().size() == 1
            && call.getArgument(0) instanceof StringLiteralExpr;
    if (fits) {
      String parameter = ((StringLiteralExpr) call.getArgument(0)).getValue();
      file.reads(parameter, line());
      (method.equals("number") ? file.numbers() : file.texts()).add(parameter);
    }
    return fits;
  }

  private static String argument(MethodCallExpr call) {
    return ((StringLiteralExpr) call.getArgument(0)).getValue();
  }

  private boolean isMember(Expression expression) {
    if (!(expression instanceof DrlNameExpr name) || name.getBackReferencesCount() != 0) {
      return false;
    }
    if (!members.containsKey(name.getNameAsString())) {
      refuse(
          "cannot read \"" + name.getNameAsString() + "\"; " + kind() + " has " + members.keySet());
      return false;
    }
    file.member(name.getNameAsString());
    looksAtTheDraft |= readsTheDraft(name.getNameAsString());
    return true;
  }

  private static Map<String, Class<?>> membersOf(FactKind kind) {
    Map<String, Class<?>> members = new TreeMap<>();
    members.put(Fact.DAY, LocalDate.class);
    kind.members().forEach((name, member) -> members.put(name, member.type()));
    return members;
  }

  private Set<String> kinds() {
    return new TreeSet<>(file.facts().all().keySet());
  }

  private int line() {
    return Math.max(check.getLine(), pattern == null ? 1 : pattern.getLine());
  }

  private void refuse(String reason) {
    file.refuse(line(), reason);
  }
}
