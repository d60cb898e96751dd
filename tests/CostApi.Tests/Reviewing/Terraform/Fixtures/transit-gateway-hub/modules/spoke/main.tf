variable "cidr" {}
variable "azs" { type = list(string) }
variable "transit_gateway_id" {}

resource "aws_vpc" "this" {
  cidr_block = var.cidr
}

resource "aws_subnet" "private" {
  for_each          = toset(var.azs)
  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet(var.cidr, 8, index(var.azs, each.key))
  availability_zone = each.key
}

resource "aws_ec2_transit_gateway_vpc_attachment" "this" {
  vpc_id             = aws_vpc.this.id
  transit_gateway_id = var.transit_gateway_id
  subnet_ids         = [for subnet in aws_subnet.private : subnet.id]
}

resource "aws_route" "transit" {
  route_table_id         = aws_vpc.this.main_route_table_id
  destination_cidr_block = "0.0.0.0/0"
  transit_gateway_id     = var.transit_gateway_id
}

output "vpc_id" { value = aws_vpc.this.id }
output "subnet_ids" { value = { for zone, subnet in aws_subnet.private : zone => subnet.id } }
