package io.holdfast.scoring.persistence;

import io.holdfast.scoring.picture.Fact;

/** Facts as they are kept: a kind and the JSON of the fact. */
final class FactBodies {

  private FactBodies() {}

  static String kind(Fact fact) {
    return switch (fact) {
      case Fact.Arrival _ -> "arrival";
      case Fact.Ticket _ -> "ticket";
      case Fact.Invoice _ -> "invoice";
      case Fact.Phase _ -> "phase";
      case Fact.Meeting _ -> "meeting";
      case Fact.SurveyAnswer _ -> "survey";
      case Fact.Noted _ -> "noted";
      case Fact.Contact _ -> "contact";
      case Fact.Charge _ -> "charge";
      case Fact.Outcome _ -> "outcome";
      case Fact.ScoreOverride _ -> "override";
    };
  }

  static Fact read(String kind, String body) {
    return switch (kind) {
      case "arrival" -> Json.read(body, Fact.Arrival.class);
      case "ticket" -> Json.read(body, Fact.Ticket.class);
      case "invoice" -> Json.read(body, Fact.Invoice.class);
      case "phase" -> Json.read(body, Fact.Phase.class);
      case "meeting" -> Json.read(body, Fact.Meeting.class);
      case "survey" -> Json.read(body, Fact.SurveyAnswer.class);
      case "noted" -> Json.read(body, Fact.Noted.class);
      case "contact" -> Json.read(body, Fact.Contact.class);
      case "interaction" -> Json.read(body, EarlierInteraction.class).fact();
      case "charge" -> Json.read(body, Fact.Charge.class);
      case "outcome" -> Json.read(body, Fact.Outcome.class);
      case "override" -> Json.read(body, Fact.ScoreOverride.class);
      default -> throw new IllegalStateException("No fact is of kind " + kind);
    };
  }
}
