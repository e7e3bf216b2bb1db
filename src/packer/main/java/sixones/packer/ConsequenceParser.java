package sixones.packer;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.model.codegen.execmodel.generator.DrlxParseUtil;
import org.drools.mvel.parser.ast.expr.DrlNameExpr;
import sixones.fact.derived.FactMember;

/**
 * Parses the {@code then} of a check, which is one call on {@code findings}. Its arguments are
 * places that the rule examines and the values compared there.
 */
final class ConsequenceParser {
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]*");

  /** Names of values that every place records itself. */
  private static final Set<String> RESERVED = Set.of("found", "reason");

  private final RuleFile file;
  private final RuleDescr check;
  private final ConditionParser condition;
  private final String says;
  private final List<String> examined;
  private final Set<String> reasons = new LinkedHashSet<>();
  private final Set<String> divisions = new LinkedHashSet<>();
  private final Set<String> counterparts = new LinkedHashSet<>();
  private final Set<String> concluded = new LinkedHashSet<>();

  ConsequenceParser(
      RuleFile file,
      RuleDescr check,
      ConditionParser condition,
      String says,
      List<String> examined) {
    this.file = file;
    this.check = check;
    this.condition = condition;
    this.says = says;
    this.examined = examined;
  }

  /**
   * Parses the call and records reasons for refusal.
   *
   * @return the possible reasons passed to {@code because(…)}; empty if none
   */
  List<String> read() {
    BlockStmt block;
    try {
      block = DrlxParseUtil.parseBlock((String) check.getConsequence());
    } catch (RuntimeException e) {
      refuse("cannot be read as Java");
      return List.of();
    }
    boolean one =
        block.getStatements().size() == 1
            && block.getAllContainedComments().isEmpty()
            && block.getStatement(0) instanceof ExpressionStmt statement
            && statement.getExpression() instanceof MethodCallExpr call
            && isSentence(call);
    if (!one) {
      refuse(
          "not what a check may do; write findings."
              + says
              + "(drools.getRule(), "
              + condition.binding()
              + ".at(\"…\")); at(…) can be followed by "
              + recorders());
    }
    return List.copyOf(reasons);
  }

  private String recorders() {
    String member = condition.binding() + ".getMember()";
    return ".against(\"name\", \"parameter\"), .with(\"name\", "
        + member
        + "), .because("
        + member
        + ") or .onTheDay()";
  }

  /** Returns the names of the recorded values that are codes of divisions. */
  List<String> divisions() {
    return List.copyOf(divisions);
  }

  /** Returns the names of the recorded values that are what a found text was compared with. */
  List<String> counterparts() {
    return List.copyOf(counterparts);
  }

  /** Returns the examined members whose places the check concludes. */
  List<String> concluded() {
    return List.copyOf(concluded);
  }

  private boolean isSentence(MethodCallExpr call) {
    return call.getNameAsString().equals(says)
        && isName(call.getScope().orElse(null), "findings")
        && call.getTypeArguments().isEmpty()
        && call.getArguments().size() >= 2
        && call.getArgument(0) instanceof MethodCallExpr rule
        && rule.getNameAsString().equals("getRule")
        && rule.getArguments().isEmpty()
        && rule.getTypeArguments().isEmpty()
        && isName(rule.getScope().orElse(null), "drools")
        && call.getArguments().stream().skip(1).allMatch(this::isPlace);
  }

  private boolean isPlace(Expression expression) {
    if (!(expression instanceof MethodCallExpr call)
        || call.getTypeArguments().isPresent()
        || call.getScope().isEmpty()) {
      return false;
    }
    Expression scope = call.getScope().get();
    List<Expression> arguments = call.getArguments();
    return switch (call.getNameAsString()) {
      case "at" ->
          isName(scope, condition.binding())
              && arguments.size() == 1
              && isExamined(arguments.get(0));
      case "against" ->
          arguments.size() == 2
              && isLabel(arguments.get(0))
              && isParameter(arguments.get(1))
              && isPlace(scope);
      case "because" -> arguments.size() == 1 && isReason(arguments.get(0)) && isPlace(scope);
      case "onTheDay" -> arguments.isEmpty() && isPlace(scope);
      case "with" ->
          arguments.size() == 2
              && isLabel(arguments.get(0))
              && isMember(arguments.get(1))
              && isRecordable(arguments.get(0), arguments.get(1))
              && isPlace(scope);
      default -> false;
    };
  }

  private boolean isExamined(Expression expression) {
    boolean named =
        expression instanceof StringLiteralExpr text && examined.contains(text.getValue());
    if (!named) {
      refuse("a check concludes places the rule examines: " + examined);
      return false;
    }
    concluded.add(((StringLiteralExpr) expression).getValue());
    return true;
  }

  /**
   * Notes which values are divisions or were compared with, and refuses those that not everybody
   * may see.
   */
  private boolean isRecordable(Expression label, Expression getter) {
    FactMember member = condition.member(member(getter));
    if (member != null && member.isHidden()) {
      refuse(
          member.name()
              + " repeats a value that only the applicant and the office may see; a rule can only"
              + " record whether it is stated");
    }
    if (member != null && member.isDivision()) {
      divisions.add(((StringLiteralExpr) label).getValue());
    }
    if (member != null && member.output().equals("counterpart")) {
      counterparts.add(((StringLiteralExpr) label).getValue());
    }
    return true;
  }

  private static String member(Expression getter) {
    String name = ((MethodCallExpr) getter).getNameAsString();
    return Character.toLowerCase(name.charAt(3)) + name.substring(4);
  }

  private boolean isReason(Expression expression) {
    if (!isMember(expression)) {
      return false;
    }
    List<String> words = condition.words(member(expression));
    if (words.isEmpty()) {
      refuse("because(…) gives a member whose words this check asks for: " + member(expression));
    }
    reasons.addAll(words);
    return true;
  }

  private boolean isParameter(Expression expression) {
    if (expression instanceof StringLiteralExpr text) {
      file.reads(text.getValue(), line());
      return true;
    }
    return false;
  }

  private boolean isMember(Expression expression) {
    if (!(expression instanceof MethodCallExpr call)
        || !isName(call.getScope().orElse(null), condition.binding())
        || !call.getArguments().isEmpty()
        || call.getTypeArguments().isPresent()) {
      return false;
    }
    String name = call.getNameAsString();
    Map<String, Class<?>> members = condition.members();
    boolean known =
        name.length() > 3 && name.startsWith("get") && members.containsKey(member(expression));
    if (known) {
      file.member(member(expression));
    }
    return known;
  }

  private static boolean isLabel(Expression expression) {
    return expression instanceof StringLiteralExpr text
        && NAME.matcher(text.getValue()).matches()
        && !RESERVED.contains(text.getValue());
  }

  private static boolean isName(Expression expression, String name) {
    return (expression instanceof NameExpr known && known.getNameAsString().equals(name))
        || (expression instanceof DrlNameExpr drl
            && drl.getBackReferencesCount() == 0
            && drl.getNameAsString().equals(name));
  }

  private int line() {
    return Math.max(check.getLine(), check.getConsequenceLine());
  }

  private void refuse(String reason) {
    file.refuse(line(), reason);
  }
}
