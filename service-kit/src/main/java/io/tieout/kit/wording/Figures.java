package io.tieout.kit.wording;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The numbers and dates of a text, so that the same figure is the same however it is written:
/// `1,250.50` and `1250.5`, `18 November` and `2026-11-18`, `twelve` and `12`. A digit of another
/// script is a figure of its own. Pure.
public record Figures(Set<String> numbers, Set<LocalDate> dates, Set<MonthDay> days) {
    private static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final Pattern MONTH_NAME = Pattern.compile(MONTH);
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern DAY_FIRST =
            Pattern.compile(
                    "\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? "
                            + MONTH
                            + "\\b\\.?(?:,? (\\d{4})\\b)?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile(
                    "\\b" + MONTH + "\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4})\\b)?");
    private static final Pattern NUMBER =
            Pattern.compile("\\p{N}+(?:[.,]\\p{N}+)*|[〇零一二三四五六七八九十百千万萬亿億两兩]");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final List<String> UNITS =
            List.of(
                    "zero",
                    "one",
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "eleven",
                    "twelve",
                    "thirteen",
                    "fourteen",
                    "fifteen",
                    "sixteen",
                    "seventeen",
                    "eighteen",
                    "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Map<String, String> LARGE =
            Map.of(
                    "dozen", "12",
                    "hundred", "100",
                    "thousand", "1000",
                    "million", "1000000",
                    "billion", "1000000000");
    private static final Pattern WORD =
            Pattern.compile(
                    "\\b(?:(?<tens>%s)(?:[ -](?<unit>one|two|three|four|five|six|seven|eight|nine))?|(?<small>%s)|(?<large>dozen|hundred|thousand|million|billion)s?)\\b"
                            .formatted(String.join("|", TENS), String.join("|", UNITS)));
    private static final int MONTH_LETTERS = 3;
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    public static Figures of(String text) {
        Figures figures = new Figures(new HashSet<>(), new HashSet<>(), new HashSet<>());
        figures.read(text.toLowerCase(Locale.ROOT));
        return figures;
    }

    /// These without any that is in `others`.
    public Figures without(Figures others) {
        Figures rest =
                new Figures(new HashSet<>(numbers), new HashSet<>(dates), new HashSet<>(days));
        rest.numbers.removeAll(others.numbers);
        rest.dates.removeAll(others.dates);
        rest.days.removeAll(others.days);
        return rest;
    }

    /// Whether each figure of `sentence` is one of these.
    public boolean cover(Figures sentence) {
        return numbers.containsAll(sentence.numbers)
                && sentence.dates.stream().allMatch(dates::contains)
                && sentence.days.stream().allMatch(this::hasDay);
    }

    private boolean hasDay(MonthDay day) {
        return days.contains(day)
                || dates.stream().anyMatch(date -> MonthDay.from(date).equals(day));
    }

    /// Whether any figure is in both.
    boolean touches(Figures sentence) {
        return sentence.numbers.stream().anyMatch(numbers::contains)
                || sentence.dates.stream().anyMatch(dates::contains)
                || sentence.days.stream().anyMatch(this::hasDay);
    }

    /// Whether `word` names a month that none of the dates is in. `may` is a verb as well.
    boolean misses(String word) {
        boolean month = MONTH_NAME.matcher(word).matches() && !word.equals("may");
        int number = month ? MONTHS.indexOf(word.substring(0, MONTH_LETTERS)) + 1 : 0;
        return month
                && dates.stream().noneMatch(date -> date.getMonthValue() == number)
                && days.stream().noneMatch(day -> day.getMonthValue() == number);
    }

    static boolean isMonth(String word) {
        return MONTH_NAME.matcher(word).matches();
    }

    public boolean isEmpty() {
        return numbers.isEmpty() && dates.isEmpty() && days.isEmpty();
    }

    /// Takes in another text's figures.
    public void add(Figures other) {
        numbers.addAll(other.numbers);
        dates.addAll(other.dates);
        days.addAll(other.days);
        // the year of a date may be named alone
        other.dates.forEach(date -> numbers.add(Integer.toString(date.getYear())));
    }

    private void read(String text) {
        String rest = text.chars().anyMatch(Figures::isNumeral) ? withoutDates(text) : text;
        if (!rest.isEmpty()) {
            NUMBER.matcher(rest).results().map(it -> normal(it.group())).forEach(numbers::add);
            Matcher words = WORD.matcher(rest);
            while (words.find()) {
                numbers.add(value(words));
            }
        }
    }

    private static boolean isNumeral(int character) {
        return character >= '0' && character <= '9';
    }

    private String withoutDates(String text) {
        String rest = without(ISO, text, it -> date(it.group(1), it.group(2), it.group(3)));
        rest = without(DAY_FIRST, rest, it -> date(it.group(3), month(it.group(2)), it.group(1)));
        return without(MONTH_FIRST, rest, it -> date(it.group(3), month(it.group(1)), it.group(2)));
    }

    /// What remains when the dates that were understood are taken out.
    private static String without(
            Pattern pattern, String text, java.util.function.Predicate<MatchResult> taken) {
        return pattern.matcher(text)
                .replaceAll(it -> taken.test(it) ? " " : Matcher.quoteReplacement(it.group()));
    }

    private boolean date(@Nullable String year, String month, String day) {
        try {
            MonthDay named = MonthDay.of(Integer.parseInt(month), Integer.parseInt(day));
            if (year == null) {
                days.add(named);
            } else {
                dates.add(
                        LocalDate.of(
                                Integer.parseInt(year), named.getMonth(), Integer.parseInt(day)));
            }
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static String month(String name) {
        return Integer.toString(MONTHS.indexOf(name.substring(0, MONTH_LETTERS)) + 1);
    }

    private static String normal(String number) {
        if (THOUSANDS.matcher(number).matches()) {
            return plain(number.replace(",", ""));
        }
        return PLAIN.matcher(number).matches() ? plain(number) : number;
    }

    private static String plain(String number) {
        BigDecimal value = new BigDecimal(number);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String value(Matcher word) {
        String tens = word.group("tens");
        String small = word.group("small");
        if (tens != null) {
            int value = (TENS.indexOf(tens) + 2) * 10;
            String unit = word.group("unit");
            return Integer.toString(unit == null ? value : value + UNITS.indexOf(unit));
        }
        return small == null
                ? LARGE.getOrDefault(word.group("large"), "")
                : Integer.toString(UNITS.indexOf(small));
    }
}
