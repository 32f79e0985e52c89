package io.holdfast.ingestion.batch;

import io.holdfast.ingestion.requests.Json;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What the door looks at of one event, read in passing, and where the event stands in its body. */
final class ToldEvent {
  private final @Nullable ToldValue[] members = new @Nullable ToldValue[Member.values().length];
  private Slice json = Slice.NOTHING;
  private boolean object;

  /** The members that are looked at, by their names in the JSON. */
  enum Member {
    TYPE("type"),
    MESSAGE_ID("messageId"),
    USER_ID("userId"),
    ANONYMOUS_ID("anonymousId"),
    GROUP_ID("groupId"),
    PREVIOUS_ID("previousId"),
    EVENT("event"),
    NAME("name"),
    TIMESTAMP("timestamp"),
    ORIGINAL_TIMESTAMP("originalTimestamp"),
    SENT_AT("sentAt"),
    WRITE_KEY("writeKey"),
    CONTEXT_GROUP_ID("groupId");

    static final Map<String, Member> BY_NAME = new HashMap<>();
    final String field;

    static {
      for (Member member : values()) {
        if (member != CONTEXT_GROUP_ID) {
          BY_NAME.put(member.field, member);
        }
      }
    }

    Member(String field) {
      this.field = field;
    }
  }

  /** The value whose first token is the current one; its last one is when this returns. */
  static ToldEvent read(byte[] body, JsonParser json) {
    ToldEvent event = new ToldEvent();
    int begin = beginning(json);
    event.object = json.currentToken() == JsonToken.START_OBJECT;
    if (event.object) {
      while (json.nextToken() != JsonToken.END_OBJECT) {
        event.member(json, json.currentName());
      }
    } else {
      Json.passOver(json);
    }
    event.json = new Slice(body, begin, end(json));
    return event;
  }

  /** Takes note of a member; its name is the current token, the last of its value is afterwards. */
  void member(JsonParser json, String name) {
    Member known = Member.BY_NAME.get(name);
    json.nextToken();
    if (known != null) {
      members[known.ordinal()] = ToldValue.of(json);
    } else if (name.equals("context")) {
      context(json);
    } else {
      Json.passOver(json);
    }
  }

  /** Of what is said around the event only the account matters here. */
  void context(JsonParser json) {
    members[Member.CONTEXT_GROUP_ID.ordinal()] = null;
    if (json.currentToken() != JsonToken.START_OBJECT) {
      Json.passOver(json);
      return;
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      boolean group = json.currentName().equals(Member.CONTEXT_GROUP_ID.field);
      json.nextToken();
      if (group) {
        members[Member.CONTEXT_GROUP_ID.ordinal()] = ToldValue.of(json);
      } else {
        Json.passOver(json);
      }
    }
  }

  boolean isObject() {
    return object;
  }

  Slice json() {
    return json;
  }

  boolean tells(Member member) {
    return members[member.ordinal()] != null;
  }

  ToldValue get(Member member) {
    ToldValue told = members[member.ordinal()];
    return told == null ? ToldValue.NOTHING : told;
  }

  static int beginning(JsonParser json) {
    return (int) json.currentTokenLocation().getByteOffset();
  }

  static int end(JsonParser json) {
    return (int) json.currentLocation().getByteOffset();
  }
}
