package io.tieout.console.deadletter;

import io.tieout.console.frame.Address;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which dead letters a list shows, as its address says it.
public record DeadLetterFilter(
        @QueryParam("status") @Nullable String statusText,
        @QueryParam("code") @Nullable String codeText,
        @QueryParam("topic") @Nullable String topicText,
        @QueryParam("group") @Nullable String groupText,
        @QueryParam("q") @Nullable String searchText,
        @QueryParam("page") @Nullable String pageText,
        @QueryParam("id") @Nullable String idText,
        @QueryParam("all") @Nullable String allText) {
    List<String> statuses() {
        return switch (status()) {
            case "redriven" -> List.of("REDRIVEN");
            case "all" -> List.of("OPEN", "REDRIVEN");
            default -> List.of("OPEN");
        };
    }

    String status() {
        String given = given(statusText).toLowerCase(Locale.ROOT);
        return given.equals("redriven") || given.equals("all") ? given : "open";
    }

    String code() {
        return given(codeText);
    }

    String topic() {
        return given(topicText);
    }

    String group() {
        return given(groupText);
    }

    String search() {
        return given(searchText);
    }

    int page() {
        String text = given(pageText);
        return text.matches("[0-9]{1,5}") ? Math.max(1, Integer.parseInt(text)) : 1;
    }

    boolean all() {
        return "true".equals(allText);
    }

    boolean isOneCause() {
        return !code().isEmpty() && !topic().isEmpty() && !group().isEmpty();
    }

    Optional<UUID> chosen() {
        try {
            return given(idText).isEmpty()
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(given(idText)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The address of this view without the chosen one.
    Address address() {
        return Address.of("/dead-letters")
                .with("status", status().equals("open") ? "" : status())
                .with("code", code())
                .with("topic", topic())
                .with("group", group())
                .with("q", search())
                .with("page", page() > 1 ? page() : "");
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
