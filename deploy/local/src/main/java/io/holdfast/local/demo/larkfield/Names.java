package io.holdfast.local.demo.larkfield;

import java.util.ArrayList;
import java.util.List;

/** Names of people and firms, all invented. */
final class Names {

  static final List<String> FIRST =
      List.of(
          "Ada", "Amara", "Anton", "Beatriz", "Bruno", "Carla", "Chen", "Daniel", "Dilan", "Elif",
          "Emma", "Farid", "Femke", "Gabriel", "Grace", "Hana", "Henrik", "Ines", "Ivan", "Jamal",
          "Joanna", "Kaito", "Karin", "Laila", "Leo", "Lucia", "Malik", "Marta", "Mei", "Milan",
          "Nadia", "Noah", "Olga", "Omar", "Paula", "Petra", "Quentin", "Rafael", "Rosa", "Samir",
          "Sofia", "Stefan", "Tariq", "Theo", "Ulla", "Vera", "Victor", "Wanda", "Yara", "Zoe");

  static final List<String> LAST =
      List.of(
          "Adeyemi",
          "Almeida",
          "Bauer",
          "Becker",
          "Castro",
          "Chang",
          "Dahl",
          "Dubois",
          "Eriksen",
          "Fischer",
          "Garcia",
          "Greco",
          "Haddad",
          "Hughes",
          "Ibrahim",
          "Ivanova",
          "Jensen",
          "Kaya",
          "Keller",
          "Kim",
          "Kowalski",
          "Lang",
          "Lindberg",
          "Lopez",
          "Marino",
          "Mensah",
          "Meyer",
          "Moreau",
          "Nakamura",
          "Novak",
          "Okafor",
          "Olsen",
          "Park",
          "Patel",
          "Petrov",
          "Quinn",
          "Ramos",
          "Rossi",
          "Santos",
          "Schmidt",
          "Silva",
          "Singh",
          "Tanaka",
          "Torres",
          "Ueda",
          "Vargas",
          "Weber",
          "Wood",
          "Yilmaz",
          "Zhang");

  private static final List<String> HEADS =
      List.of(
          "Alder", "Amber", "Anchor", "Arbor", "Aspen", "Beacon", "Birch", "Bramble", "Cedar",
          "Cinder", "Clover", "Copper", "Coral", "Crown", "Delta", "Dune", "Ember", "Falcon",
          "Fern", "Flint", "Garnet", "Glade", "Granite", "Harbor", "Hazel", "Heron", "Indigo",
          "Iron", "Ivory", "Jasper", "Kite", "Lark", "Laurel", "Linden", "Lumen", "Maple", "Marble",
          "Meadow", "Mercury", "Mistral", "Nimbus", "North", "Oak", "Onyx", "Opal", "Orchid",
          "Otter", "Pine", "Prairie", "Quarry", "Raven", "Ridge", "River", "Rowan", "Saffron",
          "Sage", "Sierra", "Silver", "Sparrow", "Stone", "Summit", "Swift", "Tern", "Thistle",
          "Timber", "Umber", "Vale", "Verdant", "Willow", "Wren");

  private static final List<String> TAILS =
      List.of(
          "field", "bridge", "gate", "water", "wood", "mark", "line", "point", "crest", "haven",
          "ford", "well");

  private Names() {}

  /** Enough different firm names, in an order of their own. */
  static List<String> firms(Draw draw) {
    var names = new ArrayList<String>();
    for (String head : HEADS) {
      for (String tail : draw.shuffled(TAILS).subList(0, 5)) {
        names.add(head.endsWith(tail.substring(0, 1)) ? head + " " + capital(tail) : head + tail);
      }
    }
    return draw.shuffled(names);
  }

  static String title(String role, Feature work) {
    return switch (role) {
      case "champion" -> "Head of Planning";
      case "admin" -> "Systems Administrator";
      case "manager" -> "Operations Manager";
      case "procurement" -> "Procurement Manager";
      case "executive_sponsor" -> "Chief Operating Officer";
      default ->
          switch (work) {
            case FORECAST -> "Demand Planner";
            case REPORT -> "Operations Analyst";
            case AUTOMATION -> "Process Engineer";
            case WEBHOOK, DASHBOARD, COMMENT -> "Coordinator";
          };
    };
  }

  static String department(String role, Feature work) {
    return switch (role) {
      case "champion" -> "Planning";
      case "admin" -> "IT";
      case "manager" -> "Operations";
      case "procurement" -> "Procurement";
      case "executive_sponsor" -> "Management";
      default ->
          switch (work) {
            case FORECAST -> "Planning";
            case REPORT -> "Operations";
            case AUTOMATION -> "Engineering";
            case WEBHOOK, DASHBOARD, COMMENT -> "Logistics";
          };
    };
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
