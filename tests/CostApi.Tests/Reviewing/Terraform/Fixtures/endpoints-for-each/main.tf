locals {
  zones   = { a = "10.0.0.0/24", b = "10.0.1.0/24" }
  private = [for subnet in aws_subnet.private : subnet.id]
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
  tags       = { Name = "data" }
}

resource "aws_subnet" "private" {
  for_each          = local.zones
  vpc_id            = aws_vpc.main.id
  cidr_block        = each.value
  availability_zone = "${var.region}${each.key}"
}

resource "aws_route_table" "private" {
  for_each = aws_subnet.private
  vpc_id   = aws_vpc.main.id
}

resource "aws_route_table_association" "private" {
  for_each       = aws_subnet.private
  subnet_id      = each.value.id
  route_table_id = aws_route_table.private[each.key].id
}

# All subnets, by a for expression.
resource "aws_vpc_endpoint" "services" {
  for_each            = toset(["sqs", "sns", "kms"])
  vpc_id              = aws_vpc.main.id
  service_name        = "com.amazonaws.${var.region}.${each.key}"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = [for subnet in aws_subnet.private : subnet.id]
  private_dns_enabled = true
}

# One endpoint for each subnet's own zone.
resource "aws_vpc_endpoint" "zonal" {
  for_each          = aws_subnet.private
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.vpce.${var.region}.vpce-svc-0123456789abcdef0"
  vpc_endpoint_type = "Interface"
  subnet_ids        = [aws_subnet.private[each.key].id]
}

# Through a local, which a plan does not show.
resource "aws_vpc_endpoint" "by_local" {
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.${var.region}.logs"
  vpc_endpoint_type = "Interface"
  subnet_ids        = local.private
}

# A dynamic block, of which a plan shows no expression.
resource "aws_vpc_endpoint" "blocks" {
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.${var.region}.ssm"
  vpc_endpoint_type = "Interface"
  dynamic "subnet_configuration" {
    for_each = aws_subnet.private
    content {
      subnet_id = subnet_configuration.value.id
    }
  }
}

resource "aws_vpc_endpoint" "gateways" {
  for_each        = toset(["s3", "dynamodb"])
  vpc_id          = aws_vpc.main.id
  service_name    = "com.amazonaws.${var.region}.${each.key}"
  route_table_ids = [for table in aws_route_table.private : table.id]
}
