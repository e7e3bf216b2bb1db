package sixones.round;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Converts a round's state to its column value and back. */
@Converter
class StateColumn implements AttributeConverter<RoundState, String> {
  @Override
  public String convertToDatabaseColumn(RoundState state) {
    return state.id();
  }

  @Override
  public RoundState convertToEntityAttribute(String id) {
    return RoundState.of(id).orElseThrow();
  }
}
