"""What each family of rules looks for: functions from a Comparison to Changes, without a judgement."""
