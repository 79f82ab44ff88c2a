package io.loanflow.people;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What somebody can have: assets or liabilities.
 *
 * @param word for one of them, and name of the table
 * @param field name of all of them
 * @param columns those that people enter
 */
public record HoldingType<T>(
        String word, String field, Class<T> type, Function<T, @Nullable Integer> id, List<String> columns) {

    public static final HoldingType<AssetData> ASSETS = new HoldingType<>(
            "asset",
            "assets",
            AssetData.class,
            AssetData::id,
            List.of("type", "description", "value", "amount_owing", "address"));

    public static final HoldingType<LiabilityData> LIABILITIES = new HoldingType<>(
            "liability",
            "liabilities",
            LiabilityData.class,
            LiabilityData::id,
            List.of("type", "description", "amount", "lender", "monthly_payment"));
}
